"""What people get wrong about uncertainty. Each docstring is the explanation."""

import math


def _wilson(p, n, z):
    centre, half = p + z**2 / (2 * n), z * math.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return (centre - half) / scale, (centre + half) / scale


def plain_normal_interval(right, total, z=1.96):
    """This is p ± z·√(p(1-p)/n). At 0 and 1 it has no width at all, as if a few questions could prove perfection, and near the ends it leaves the range from 0 to
    1."""
    p = right / total
    half = z * math.sqrt(p * (1 - p) / total)
    return p - half, p + half


def percent_instead_of_share(right, total, z=1.96):
    """The ends are in percent. The task works with shares from 0 to 1."""
    low, high = _wilson(right / total, total, z)
    return 100 * low, 100 * high


def not_divided(right, total, z=1.96):
    """The division by 1 + z²/n is missing, so the interval can reach beyond 1."""
    p = right / total
    centre, half = (
        p + z**2 / (2 * total),
        z * math.sqrt(p * (1 - p) / total + z**2 / (4 * total**2)),
    )
    return centre - half, centre + half


def half_the_width(right, total, z=1.96):
    """The interval is half as wide as it should be: the half-width reaches to *each* side of the centre."""
    low, high = _wilson(right / total, total, z)
    quarter = (high - low) / 4
    return low + quarter, high - quarter


def counts_agreements(first, second):
    """Questions that both models got right (or both wrong) are in the denominator. They say nothing about a difference; only b and c count."""
    b = sum(x and not y for x, y in zip(first, second))
    c = sum(y and not x for x, y in zip(first, second))
    return (b - c) ** 2 / len(first) if first else 0.0


def without_the_square(first, second):
    """The difference is not squared. The statistic is (b - c)² / (b + c)."""
    b = sum(x and not y for x, y in zip(first, second))
    c = sum(y and not x for x, y in zip(first, second))
    return abs(b - c) / (b + c) if b + c else 0.0


def with_correction(first, second):
    """A continuity correction is subtracted, (|b - c| - 1)². That version exists; the task asks for the plain one."""
    b = sum(x and not y for x, y in zip(first, second))
    c = sum(y and not x for x, y in zip(first, second))
    return (abs(b - c) - 1) ** 2 / (b + c) if b + c else 0.0
