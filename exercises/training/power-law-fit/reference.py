"""A power law by least squares on log-log axes. Source: Kaplan et al., arXiv:2001.08361 sec. 1.2 (the laws without offset)."""

import math

from torch import Tensor


def fit_power_law(x: Tensor, y: Tensor, offset: float = 0.0) -> tuple[float, float]:
    log_x, log_y = x.log(), (y - offset).log()  # (n,)
    centred = log_x - log_x.mean()
    slope = (centred * log_y).sum() / centred.square().sum()
    intercept = log_y.mean() - slope * log_x.mean()
    return math.exp(intercept), -slope.item()


def predict_power_law(
    x: Tensor, coefficient: float, exponent: float, offset: float = 0.0
) -> Tensor:
    return offset + coefficient * x**-exponent


def needed_size(loss: float, coefficient: float, exponent: float, offset: float = 0.0) -> float:
    if loss <= offset:
        return math.inf
    return (coefficient / (loss - offset)) ** (1 / exponent)
