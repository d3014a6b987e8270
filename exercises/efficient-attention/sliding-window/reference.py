"""Causal sliding-window attention. Source: Jiang et al., arXiv:2310.06825 sec. 2; the idea in Beltagy et al., arXiv:2004.05150 sec. 3.1.

The window counts the position itself, as most implementations have it.
"""

import math

import torch
from torch import Tensor


def sliding_window_attention(q: Tensor, k: Tensor, v: Tensor, window: int, block: int) -> Tensor:
    length = q.shape[-2]
    parts = []
    for start in range(0, length, block):
        end = min(start + block, length)
        first = max(start - window + 1, 0)  # the oldest key that the first query of the block sees
        distance = torch.arange(start, end)[:, None] - torch.arange(first, end)  # (block, keys)
        scores = q[..., start:end, :] @ k[..., first:end, :].mT / math.sqrt(q.shape[-1])
        scores = scores.masked_fill((distance < 0) | (distance >= window), -torch.inf)
        parts.append(scores.softmax(dim=-1) @ v[..., first:end, :])  # (..., block, e)
    return torch.cat(parts, dim=-2)
