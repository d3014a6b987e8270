"""A win rate without the length."""

import torch  # noqa: F401
from torch import Tensor


def length_feature(lengths: Tensor, baseline: Tensor) -> Tensor:
    """lengths and baseline (N,) -> (N,), between -1 and 1."""
    raise NotImplementedError


def fit_preferences(
    preferences: Tensor, feature: Tensor, ridge: float = 0.05
) -> tuple[float, float]:
    """Quality and length weight of the judge model."""
    raise NotImplementedError


def length_controlled_win_rate(preferences: Tensor, lengths: Tensor, baseline: Tensor) -> float:
    """Predicted preference at equal length."""
    raise NotImplementedError
