"""Layer norm, backwards."""

from torch import Tensor


def layer_norm_backward(
    grad: Tensor, x: Tensor, gain: Tensor, eps: float = 1e-5
) -> tuple[Tensor, Tensor, Tensor]:
    """grad and x (..., d), gain (d,) -> gradients of x (..., d), gain (d,) and shift (d,)."""
    raise NotImplementedError
