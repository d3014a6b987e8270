"""Multi-head self-attention. Source: Vaswani et al., arXiv:1706.03762 sec. 3.2.2."""

import math

from torch import Tensor


def multi_head_attention(
    x: Tensor,
    wq: Tensor,
    wk: Tensor,
    wv: Tensor,
    wo: Tensor,
    heads: int,
    mask: Tensor | None = None,
) -> Tensor:
    def split(t: Tensor) -> Tensor:
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, H, T, d/H)

    q, k, v = split(x @ wq.mT), split(x @ wk.mT), split(x @ wv.mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, T, T)
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    mixed = scores.softmax(dim=-1) @ v  # (B, H, T, d/H)
    return mixed.transpose(1, 2).flatten(2) @ wo.mT  # (B, T, d)
