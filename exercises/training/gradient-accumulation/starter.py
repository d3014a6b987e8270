"""Gradient accumulation over micro-batches with different numbers of counted tokens."""

from torch import Tensor


def micro_weights(y: Tensor, micro: int) -> list[float]:
    """y (B, T), -100 where nothing counts -> each micro-batch's share of the counted positions."""
    raise NotImplementedError


def accumulated_gradient(w: Tensor, x: Tensor, y: Tensor, micro: int) -> tuple[float, Tensor]:
    """w (V, d), x (B, T, d), y (B, T) -> the batch's mean loss and its gradient (V, d)."""
    raise NotImplementedError
