"""Learned positions."""

from torch import Tensor


def add_positions(x: Tensor, table: Tensor, start: int = 0) -> Tensor:
    """x (B, T, d), table (L, d) -> (B, T, d). Raises ValueError behind the end of the table."""
    raise NotImplementedError


def position_gradient(grad: Tensor, length: int, start: int = 0) -> Tensor:
    """grad (B, T, d) -> (L, d), the gradient of the table."""
    raise NotImplementedError
