"""What people get wrong when they count. Each docstring is the explanation."""

import math


def width_in_the_scores(batch, heads, length, bytes_per):
    """A head width enters the size of the scores (you took 64). The product QKᵀ sums over the width, so it is gone: each matrix is length by length."""
    return batch * heads * length * 64 * bytes_per


def causal_half(batch, heads, length, bytes_per):
    """Only half of each square is counted, as if the masked part took no memory. A stored score matrix has all entries, the forbidden ones as -inf."""
    return batch * heads * length * (length + 1) // 2 * bytes_per


def counts_elements(batch, heads, length, bytes_per):
    """These are numbers, not bytes: bytes_per is not used."""
    return batch * heads * length**2


def three_square_writes(length, width):
    """Three N by N matrices are counted as written. The third kernel writes O, which is length by width."""
    square, thin = length**2, length * width
    return 3 * thin + 2 * square, 3 * square


def forgets_reading_back(length, width):
    """S and P are written but never read in your count. The softmax kernel has to read S, and the last one has to read P."""
    square, thin = length**2, length * width
    return 3 * thin, 2 * square + thin


def heads_left_out(budget, heads, bytes_per):
    """The number of heads is left out. Every head has a matrix of its own, and all of them share the budget."""
    return math.isqrt(budget // bytes_per)


def rounds_up(budget, heads, bytes_per):
    """The length is rounded up, so its scores do not fit. Take the whole root that is not larger."""
    return math.ceil(math.sqrt(budget / (heads * bytes_per)))
