"""Elo ratings."""


def expected_score(own: float, other: float) -> float:
    """Expected score of the first player."""
    raise NotImplementedError


def play(
    ratings: dict[str, float], games: list[tuple[str, str, float]], k: float
) -> dict[str, float]:
    """Ratings after all games, one after the other."""
    raise NotImplementedError
