"""Cross-attention."""

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
    """x (B, T, d) asks, source (B, S, c) answers -> (B, T, d)."""
    raise NotImplementedError
