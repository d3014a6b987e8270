"""A leaderboard from battles, fitted at once."""

import torch  # noqa: F401

Battle = tuple[int, int, float]


def fit_strengths(battles: list[Battle], models: int, prior: float = 0.1) -> list[float]:
    """Bradley-Terry strengths with mean 0."""
    raise NotImplementedError


def elo_scale(strengths: list[float], base: float = 1000.0) -> list[float]:
    """Strengths as Elo ratings."""
    raise NotImplementedError


def bootstrap_ratings(
    battles: list[Battle], models: int, draws: list[list[int]]
) -> list[list[float]]:
    """Elo ratings of each resample."""
    raise NotImplementedError
