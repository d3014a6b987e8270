import torch


def layer_norm_backward(grad, x, gain, eps=1e-5):
    kind, (d,) = x.dtype, gain.shape
    g, x, gain = grad.double(), x.double(), gain.double()
    var, mu = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    std = torch.sqrt(var + eps)
    xhat = (x - mu) / std
    dxhat = g * gain
    total = d * dxhat - dxhat.sum(-1, keepdim=True)
    total -= xhat * torch.einsum("...i,...i->...", dxhat, xhat).unsqueeze(-1)
    dgain = torch.einsum("...i,...i->i", g, xhat)
    dshift = torch.einsum("...i->i", g)
    return (total / (d * std)).to(kind), dgain.to(kind), dshift.to(kind)
