import numpy as np


def wilson_interval(right, total, z=1.96):
    p = np.float64(right) / total
    mid = (right + z**2 / 2) / (total + z**2)
    half = z / (total + z**2) * np.sqrt(total * p * (1 - p) + z**2 / 4)
    return float(mid - half), float(mid + half)


def mcnemar(first, second):
    x, y = np.array(first, dtype=bool), np.array(second, dtype=bool)
    b, c = int((x & ~y).sum()), int((~x & y).sum())
    return float((b - c) ** 2 / max(b + c, 1))
