"""Spreading due days: a seeded choice of the lightest day near the computed one."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable

_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))


def spread(interval: int) -> tuple[int, int]:
    """The shortest and longest interval (days) that may stand in for `interval`."""
    if interval < 2.5:
        return interval, interval
    delta = 1.0 + sum(f * max(0.0, min(interval, end) - start) for start, end, f in _BANDS)
    return max(2, round(interval - delta)), round(interval + delta)


def fuzzed(
    interval: int, *, key: str, reps: int, floor: int, ceiling: int, load: Callable[[int], int]
) -> int:
    """The interval of the lightest day in the spread; equal days are decided by (key, reps).

    Never below `floor`, never above `ceiling`; `load(n)` is the number of items due in n days.
    """
    low, high = spread(interval)
    low, high = max(low, floor), min(max(high, floor), ceiling)
    days = range(min(low, high), high + 1)
    digest = hashlib.blake2b(f"{key}\0{reps}".encode(), digest_size=8).digest()
    order = random.Random(int.from_bytes(digest))
    return min(days, key=lambda n: (load(n), order.random()))
