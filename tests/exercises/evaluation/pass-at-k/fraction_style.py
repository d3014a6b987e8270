from fractions import Fraction
from math import comb


def pass_at_k(n, c, k):
    return float(1 - Fraction(comb(n - c, k), comb(n, k)))


def mean_pass_at_k(results, k):
    return float(sum(1 - Fraction(comb(n - c, k), comb(n, k)) for n, c in results) / len(results))
