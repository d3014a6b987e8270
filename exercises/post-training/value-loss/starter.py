"""The clipped value loss, and whitening."""

from torch import Tensor


def value_loss(
    values: Tensor, old_values: Tensor, returns: Tensor, mask: Tensor, clip: float
) -> Tensor:
    """All (B, T); scalar, to be minimised."""
    raise NotImplementedError


def whiten(x: Tensor, mask: Tensor, eps: float = 1e-8) -> Tensor:
    """Mean 0 and variance 1 over the real tokens of the batch, 0 elsewhere."""
    raise NotImplementedError
