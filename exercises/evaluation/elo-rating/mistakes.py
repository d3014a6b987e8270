"""What people get wrong in Elo ratings. Each docstring is the explanation."""

import math


def _expected(own, other):
    return 1.0 / (1.0 + 10.0 ** ((other - own) / 400.0))


def difference_turned_round(own, other):
    """The difference has the wrong sign: the weaker player is expected to win. It is *other minus own* in the exponent."""
    return 1.0 / (1.0 + 10.0 ** ((own - other) / 400.0))


def natural_exponent(own, other):
    """You use e instead of 10. Ratings of that kind exist, but then 400 points are a factor of e in the odds, not of ten."""
    return 1.0 / (1.0 + math.exp((other - own) / 400.0))


def second_sees_the_new_rating(ratings, games, k):
    """The second player's expectation is computed with the first one's *already changed* rating. Take both expectations before the game; otherwise points
    appear from nowhere."""
    now = dict(ratings)
    for first, second, score in games:
        now[first] += k * (score - _expected(now[first], now[second]))
        now[second] += k * ((1 - score) - _expected(now[second], now[first]))
    return now


def ties_count_nothing(ratings, games, k):
    """Ties are skipped. A tie against a stronger player is a success: with score 0.5 the weaker one gains."""
    now = dict(ratings)
    for first, second, score in games:
        if score != 0.5:
            surprise = score - _expected(now[first], now[second])
            now[first] += k * surprise
            now[second] -= k * surprise
    return now


def only_the_winner_moves(ratings, games, k):
    """Only the first player's rating changes. What one gains the other loses."""
    now = dict(ratings)
    for first, second, score in games:
        now[first] += k * (score - _expected(now[first], now[second]))
    return now


def all_at_once(ratings, games, k):
    """All games are scored with the ratings from the beginning. Elo goes game by game: each one starts from the latest ratings."""
    now = dict(ratings)
    for first, second, score in games:
        surprise = score - _expected(ratings[first], ratings[second])
        now[first] += k * surprise
        now[second] -= k * surprise
    return now
