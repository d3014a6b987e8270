"""Sinusoidal positional encodings. Source: Vaswani et al., arXiv:1706.03762 sec. 3.5."""

import torch
from torch import Tensor


def sinusoidal_positions(length: int, width: int) -> Tensor:
    position = torch.arange(length)[:, None]  # (length, 1)
    pair = torch.arange(width // 2, dtype=torch.float64)  # (width/2,)
    angle = position * 10000.0 ** (-2 * pair / width)  # (length, width/2)
    return torch.stack([angle.sin(), angle.cos()], dim=-1).flatten(1).float()
