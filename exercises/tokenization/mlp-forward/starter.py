"""A two-layer perceptron, forward."""

from torch import Tensor


def mlp(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> Tensor:
    """x (..., n_in), w1 (n_hidden, n_in), w2 (n_out, n_hidden) -> (..., n_out)."""
    raise NotImplementedError
