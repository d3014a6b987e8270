"""Grouped-query attention. Source: Ainslie et al., arXiv:2305.13245 sec. 2.2; Shazeer, arXiv:1911.02150 (multi-query)."""

import math

from torch import Tensor


def grouped_query_attention(
    x: Tensor,
    wq: Tensor,
    wk: Tensor,
    wv: Tensor,
    wo: Tensor,
    heads: int,
    kv_heads: int,
    mask: Tensor | None = None,
) -> Tensor:
    def split(t: Tensor, number: int) -> Tensor:
        return t.unflatten(-1, (number, -1)).transpose(1, 2)  # (B, number, T, k)

    def shared(t: Tensor) -> Tensor:
        return split(t, kv_heads).repeat_interleave(heads // kv_heads, dim=1)  # (B, H, T, k)

    q, k, v = split(x @ wq.mT, heads), shared(x @ wk.mT), shared(x @ wv.mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, T, T)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    mixed = scores.softmax(dim=-1) @ v  # (B, H, T, k)
    return mixed.transpose(1, 2).flatten(2) @ wo.mT  # (B, T, d)
