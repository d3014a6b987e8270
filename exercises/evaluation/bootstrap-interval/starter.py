"""Intervals by resampling."""

import torch  # noqa: F401
from torch import Tensor


def resampled_means(scores: Tensor, draws: Tensor) -> Tensor:
    """scores (n,), draws (R, m) -> (R,)."""
    raise NotImplementedError


def percentile_interval(means: Tensor, level: float = 0.95) -> tuple[float, float]:
    """Lower and upper end."""
    raise NotImplementedError


def paired_wins(first: Tensor, second: Tensor, draws: Tensor) -> float:
    """Share of resamples in which the first model is better."""
    raise NotImplementedError
