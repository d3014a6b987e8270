"""Sliding-window attention."""

from torch import Tensor


def sliding_window_attention(q: Tensor, k: Tensor, v: Tensor, window: int, block: int) -> Tensor:
    """q (..., N, d), k (..., N, d), v (..., N, e) -> (..., N, e), in blocks of queries."""
    raise NotImplementedError
