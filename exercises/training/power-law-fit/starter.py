"""Fit a power law."""

from torch import Tensor


def fit_power_law(x: Tensor, y: Tensor, offset: float = 0.0) -> tuple[float, float]:
    """x, y (n,) -> coefficient and exponent of y = offset + coefficient * x^(-exponent)."""
    raise NotImplementedError


def predict_power_law(
    x: Tensor, coefficient: float, exponent: float, offset: float = 0.0
) -> Tensor:
    """The y of the law at each x."""
    raise NotImplementedError


def needed_size(loss: float, coefficient: float, exponent: float, offset: float = 0.0) -> float:
    """The x at which the law reaches this loss; inf if it never does."""
    raise NotImplementedError
