"""Clip by the global norm."""

from torch import Tensor


def clip_by_global_norm(grads: list[Tensor], max_norm: float) -> tuple[list[Tensor], Tensor]:
    """All gradients times one factor, and the norm before clipping."""
    raise NotImplementedError
