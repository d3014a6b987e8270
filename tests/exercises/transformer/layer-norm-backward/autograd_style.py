import torch
import torch.nn.functional as F


def layer_norm_backward(grad, x, gain, eps=1e-5):
    d = x.shape[-1]
    with torch.enable_grad():
        x = x.detach().clone().requires_grad_()
        gain = gain.detach().clone().requires_grad_()
        shift = torch.zeros_like(gain).requires_grad_()
        y = F.layer_norm(x, (d,), gain, shift, eps)
        return torch.autograd.grad(y, (x, gain, shift), grad)
