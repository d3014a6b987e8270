"""Elo's rating system, as used for model arenas. Source: Chiang et al., arXiv:2403.04132 (and its online predecessor)."""


def expected_score(own: float, other: float) -> float:
    return 1.0 / (1.0 + 10.0 ** ((other - own) / 400.0))


def play(
    ratings: dict[str, float], games: list[tuple[str, str, float]], k: float
) -> dict[str, float]:
    now = dict(ratings)
    for first, second, score in games:
        surprise = score - expected_score(now[first], now[second])
        now[first] += k * surprise
        now[second] -= k * surprise  # the second player's surprise is the opposite
    return now
