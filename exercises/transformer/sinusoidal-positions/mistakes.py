"""What people get wrong in sinusoidal positions. Each docstring is the explanation."""

import torch


def _table(length, width, *, exponent=None, start=0, layout="pairs", swap=False):
    position = torch.arange(start, start + length, dtype=torch.float64)[:, None]
    pair = torch.arange(width // 2, dtype=torch.float64)
    angle = position * 10000.0 ** -(2 * pair / width if exponent is None else exponent(pair, width))
    first, second = (angle.cos(), angle.sin()) if swap else (angle.sin(), angle.cos())
    if layout == "halves":
        return torch.cat([first, second], dim=-1).float()
    return torch.stack([first, second], dim=-1).flatten(1).float()


def counts_columns_twice(length, width):
    """The exponent is twice too large: you used the column number 2i as if it were the pair number, and multiplied by 2
    again. The frequencies fall too fast."""
    return _table(length, width, exponent=lambda pair, d: 4 * pair / d)


def halves_instead_of_pairs(length, width):
    """All sines stand in the first half and all cosines in the second. The task has them in pairs: columns 0, 2, 4, ... are
    sines, 1, 3, 5, ... cosines. (Both layouts exist; they must not be mixed.)"""
    return _table(length, width, layout="halves")


def begins_at_one(length, width):
    """Positions begin at 1. The first token has position 0, where every sine is 0 and every cosine 1."""
    return _table(length, width, start=1)


def sines_and_cosines_swapped(length, width):
    """Cosines stand in the even columns. Each pair begins with its sine."""
    return _table(length, width, swap=True)


def slow_pairs_first(length, width):
    """The frequencies run the wrong way: the first pair should change fastest, by one radian per position, and the last
    one slowest."""
    return _table(length, width, exponent=lambda pair, d: 2 * (d / 2 - 1 - pair) / d)


def pair_number_halved(length, width):
    """The exponent is i/d, half of what it should be. The formula has 2i/d for pair number i, so that the slowest pair reaches
    nearly 10000."""
    return _table(length, width, exponent=lambda pair, d: pair / d)
