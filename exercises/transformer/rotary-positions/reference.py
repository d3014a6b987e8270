"""Rotary position embedding. Source: Su et al., arXiv:2104.09864 sec. 3.2.2."""

import torch
from torch import Tensor


def rotary(x: Tensor, positions: Tensor, base: float = 10000.0) -> Tensor:
    width = x.shape[-1]
    rate = base ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)  # (d/2,)
    angle = positions[:, None] * rate  # (T, d/2)
    cos, sin = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
    a, b = x[..., ::2], x[..., 1::2]  # (..., T, d/2) each
    return torch.stack([a * cos - b * sin, a * sin + b * cos], dim=-1).flatten(-2)
