"""What people get wrong in pass@k. Each docstring is the explanation."""

import math


def _right(n, c, k):
    return 1.0 - math.comb(n - c, k) / math.comb(n, k)


def with_replacement(n, c, k):
    """You compute 1 - (1 - c/n)^k, as if each drawn sample were put back. That comes out too low: without replacement, failures are used
    up."""
    return 1.0 - (1.0 - c / n) ** k


def chance_of_failing(n, c, k):
    """This is the chance that *all* k samples fail. pass@k is one minus it."""
    return math.comb(n - c, k) / math.comb(n, k)


def all_k_must_pass(n, c, k):
    """This is the chance that all k samples pass. For pass@k one is enough."""
    return math.comb(c, k) / math.comb(n, k)


def share_times_k(n, c, k):
    """The share that passes is multiplied by k. Chances of overlapping events do not add up, and the result can pass 1 (you cut it off there)."""
    return min(1.0, k * c / n)


def pools_all_samples(results, k):
    """All samples of all problems are thrown together. An easy problem with many samples then hides a hard one. Compute pass@k for each problem, and
    average."""
    return _right(sum(n for n, _ in results), sum(c for _, c in results), k)


def solved_at_all(results, k):
    """A problem counts as solved if *any* of its n samples passes. That is pass@n; with k < n it is too optimistic."""
    return sum(c > 0 for _, c in results) / len(results)
