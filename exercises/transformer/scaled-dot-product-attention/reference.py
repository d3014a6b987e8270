"""Scaled dot-product attention with a boolean mask.

Leaves out heads, projections and dropout. Source: Vaswani et al., arXiv:1706.03762 sec. 3.2.1.
"""

import math

from torch import Tensor


def scaled_dot_product_attention(
    q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None
) -> Tensor:
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (..., N, M)
    if mask is None:
        return scores.softmax(dim=-1) @ v  # (..., N, d_v)
    blocked = ~mask.any(dim=-1, keepdim=True)  # (..., N, 1), queries that may attend to nothing
    scores = scores.masked_fill(~(mask | blocked), float("-inf"))
    weights = scores.softmax(dim=-1).masked_fill(blocked, 0.0)  # rows sum to 1, blocked ones to 0
    return weights @ v
