"""Schedules. Source: Vaswani et al., arXiv:1706.03762 eq. 3; Hu et al., arXiv:2404.06395 sec. 4 (here with a straight decay); torch StepLR."""


def linear_decay(step: int, warmup: int, total: int, peak: float) -> float:
    if step < warmup:
        return peak * step / warmup
    return peak * max(0.0, (total - step) / (total - warmup))


def inverse_sqrt(step: int, width: int, warmup: int) -> float:
    return width**-0.5 * min(step**-0.5, step * warmup**-1.5)


def warmup_stable_decay(
    step: int, warmup: int, stable: int, decay: int, peak: float, floor: float
) -> float:
    if step < warmup:
        return peak * step / warmup
    if step < warmup + stable:
        return peak
    progress = min(1.0, (step - warmup - stable) / decay)
    return peak + (floor - peak) * progress


def step_decay(step: int, base: float, size: int, gamma: float) -> float:
    return base * gamma ** (step // size)
