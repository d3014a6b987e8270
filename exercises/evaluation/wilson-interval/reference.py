"""Uncertainty of scores. Source: Wilson 1927 (interval); McNemar 1947 (paired test)."""

import math


def wilson_interval(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    p, n = right / total, total
    centre = p + z**2 / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return (centre - half) / scale, (centre + half) / scale


def mcnemar(first: list[bool], second: list[bool]) -> float:
    b = sum(one and not two for one, two in zip(first, second))
    c = sum(two and not one for one, two in zip(first, second))
    return (b - c) ** 2 / (b + c) if b + c else 0.0
