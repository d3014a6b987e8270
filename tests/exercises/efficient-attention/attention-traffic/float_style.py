import math


def score_bytes(batch, heads, length, bytes_per):
    return math.prod([batch, heads, length, length, bytes_per])


def naive_traffic(length, width):
    return 3 * length * width + 2 * length**2, length * width + 2 * length**2


def longest_sequence(budget, heads, bytes_per):
    guess = int(math.sqrt(budget // (heads * bytes_per)))
    while score_bytes(1, heads, guess, bytes_per) > budget:
        guess -= 1
    while score_bytes(1, heads, guess + 1, bytes_per) <= budget:
        guess += 1
    return guess
