"""Encoder-decoder attention. Source: Vaswani et al., arXiv:1706.03762 sec. 3.2.3."""

import math

from torch import Tensor


def cross_attention(
    x: Tensor,
    source: Tensor,
    wq: Tensor,
    wk: Tensor,
    wv: Tensor,
    wo: Tensor,
    heads: int,
    source_mask: Tensor | None = None,
) -> Tensor:
    def split(t: Tensor) -> Tensor:
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, H, length, d/H)

    q, k, v = split(x @ wq.mT), split(source @ wk.mT), split(source @ wv.mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, T, S)
    if source_mask is not None:
        scores = scores.masked_fill(~source_mask[:, None, None, :], -math.inf)
    mixed = scores.softmax(dim=-1) @ v  # (B, H, T, d/H)
    return mixed.transpose(1, 2).flatten(2) @ wo.mT  # (B, T, d)
