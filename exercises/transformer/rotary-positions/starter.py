"""Rotary positions."""

from torch import Tensor


def rotary(x: Tensor, positions: Tensor, base: float = 10000.0) -> Tensor:
    """x (..., T, d), positions (T,) -> (..., T, d), neighbouring pairs rotated."""
    raise NotImplementedError
