import torch


def rms_norm(x, gain, eps=1e-6):
    d = x.shape[-1]
    total = torch.einsum("...i,...i->...", x, x).unsqueeze(-1)
    return x * (total / d + eps) ** -0.5 * gain
