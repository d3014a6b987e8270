"""The percentile bootstrap. Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 6 and 13."""

from torch import Tensor


def resampled_means(scores: Tensor, draws: Tensor) -> Tensor:
    return scores[draws].mean(dim=1)  # (R, m) -> (R,)


def percentile_interval(means: Tensor, level: float = 0.95) -> tuple[float, float]:
    outside = (1 - level) / 2
    return means.quantile(outside).item(), means.quantile(1 - outside).item()


def paired_wins(first: Tensor, second: Tensor, draws: Tensor) -> float:
    gain = resampled_means(first - second, draws)  # (R,)
    wins = (gain > 0).sum() + 0.5 * (gain == 0).sum()
    return wins.item() / len(gain)
