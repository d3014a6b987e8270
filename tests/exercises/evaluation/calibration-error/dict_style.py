from collections import defaultdict


def calibration_error(confidences, correct, bins=10):
    sums = defaultdict(lambda: [0.0, 0])
    for c, ok in zip(confidences, correct):
        cell = sums[bins - 1 if c >= 1 else int(c * bins)]
        cell[0] += c
        cell[1] += int(ok)
    return sum(abs(right - total) for total, right in sums.values()) / max(1, len(confidences))
