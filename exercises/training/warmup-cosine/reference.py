"""Linear warmup, then half a cosine. Source: Loshchilov and Hutter, arXiv:1608.03983 eq. 5 (the cosine)."""

import math


def warmup_cosine(step: int, warmup: int, total: int, peak: float, floor: float) -> float:
    if step < warmup:
        return peak * step / warmup
    progress = min(1.0, (step - warmup) / (total - warmup))
    return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2
