import torch


def rms_norm(x, gain, eps=1e-6):
    return gain * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps))
