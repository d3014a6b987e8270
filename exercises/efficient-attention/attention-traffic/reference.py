"""Memory and traffic of standard attention. Source: Dao et al., arXiv:2205.14135 Algorithm 0 and sec. 2.2."""

import math


def score_bytes(batch: int, heads: int, length: int, bytes_per: int) -> int:
    return batch * heads * length**2 * bytes_per


def naive_traffic(length: int, width: int) -> tuple[int, int]:
    square, thin = length**2, length * width
    reads = 2 * thin + square + (square + thin)  # Q and K; S; P and V
    writes = square + square + thin  # S; P; O
    return reads, writes


def longest_sequence(budget: int, heads: int, bytes_per: int) -> int:
    return math.isqrt(budget // (heads * bytes_per))
