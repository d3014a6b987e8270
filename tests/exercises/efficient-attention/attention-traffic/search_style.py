def score_bytes(batch, heads, length, bytes_per):
    return bytes_per * length * length * heads * batch


def naive_traffic(length, width):
    kernels = [
        ([(length, width), (length, width)], (length, length)),
        ([(length, length)], (length, length)),
        ([(length, length), (length, width)], (length, width)),
    ]
    reads = sum(a * b for inputs, _ in kernels for a, b in inputs)
    writes = sum(a * b for _, (a, b) in kernels)
    return reads, writes


def longest_sequence(budget, heads, bytes_per):
    low, high = 0, 1
    while score_bytes(1, heads, high, bytes_per) <= budget:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        if score_bytes(1, heads, middle, bytes_per) <= budget:
            low = middle
        else:
            high = middle
    return low
