"""Walk from the first step to the one that is asked for."""


def linear_decay(step, warmup, total, peak):
    rate = 0.0 if warmup > 0 else peak
    for now in range(1, step + 1):
        if now <= warmup:
            rate += peak / warmup
        elif now < total:
            rate -= peak / (total - warmup)
        else:
            rate = 0.0
    return rate


def inverse_sqrt(step, width, warmup):
    top = 1 / (width * warmup) ** 0.5
    if step <= warmup:
        return top * step / warmup
    return top * (warmup / step) ** 0.5


def warmup_stable_decay(step, warmup, stable, decay, peak, floor):
    if step < warmup:
        return peak / warmup * step
    left = step - warmup
    if left <= stable:
        return float(peak)
    left -= stable
    if left >= decay:
        return float(floor)
    return (peak * (decay - left) + floor * left) / decay


def step_decay(step, base, size, gamma):
    rate = base
    for now in range(1, step + 1):
        if now % size == 0:
            rate *= gamma
    return rate
