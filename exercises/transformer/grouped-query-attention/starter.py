"""Grouped-query attention."""

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
    """x (B, T, d), wq (H*k, d), wk and wv (G*k, d), wo (d, H*k) -> (B, T, d)."""
    raise NotImplementedError
