import torch


def rotary(x, positions, base=10000.0):
    d = x.shape[-1]
    out = torch.zeros_like(x)
    for i in range(d // 2):
        angle = positions.double() * base ** (-2 * i / d)
        c, s = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
        out[..., 2 * i] = x[..., 2 * i] * c - x[..., 2 * i + 1] * s
        out[..., 2 * i + 1] = x[..., 2 * i] * s + x[..., 2 * i + 1] * c
    return out
