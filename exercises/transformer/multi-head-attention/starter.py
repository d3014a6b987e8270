"""Multi-head attention."""

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
    """x (B, T, d), weights (d, d) as (out, in), mask True where a query may attend -> (B, T, d)."""
    raise NotImplementedError
