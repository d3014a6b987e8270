"""Sinusoidal positions."""

from torch import Tensor


def sinusoidal_positions(length: int, width: int) -> Tensor:
    """The fixed position table, float32 (length, width)."""
    raise NotImplementedError
