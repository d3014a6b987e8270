"""The unbiased estimator of pass@k. Source: Chen et al., arXiv:2107.03374 sec. 2.1, eq. 1."""

import math


def pass_at_k(n: int, c: int, k: int) -> float:
    return 1.0 - math.comb(n - c, k) / math.comb(n, k)  # comb is 0 when fewer than k fail


def mean_pass_at_k(results: list[tuple[int, int]], k: int) -> float:
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
