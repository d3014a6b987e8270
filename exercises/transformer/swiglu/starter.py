"""The gated feed-forward network."""

from torch import Tensor


def swiglu(x: Tensor, w_gate: Tensor, w_up: Tensor, w_down: Tensor) -> Tensor:
    """x (..., d), w_gate and w_up (f, d), w_down (d, f) -> (..., d)."""
    raise NotImplementedError
