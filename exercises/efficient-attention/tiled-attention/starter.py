"""Tiled attention."""

from torch import Tensor


def tiled_attention(q: Tensor, k: Tensor, v: Tensor, block: int, causal: bool = False) -> Tensor:
    """q (..., N, d), k (..., M, d), v (..., M, e) -> (..., N, e), over blocks of keys."""
    raise NotImplementedError
