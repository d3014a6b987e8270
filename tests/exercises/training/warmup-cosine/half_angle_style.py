import math


def warmup_cosine(step, warmup, total, peak, floor):
    if warmup and step < warmup:
        return step / warmup * peak
    if step >= total:
        return float(floor)
    x = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * math.cos(math.pi * x / 2) ** 2
