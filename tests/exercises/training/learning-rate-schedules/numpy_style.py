"""Corner points joined by straight lines."""

import numpy as np


def linear_decay(step, warmup, total, peak):
    if warmup == 0:
        return float(np.interp(step, [0, total], [peak, 0.0]))
    return float(np.interp(step, [0, warmup, total], [0.0, peak, 0.0]))


def inverse_sqrt(step, width, warmup):
    up = step / warmup * np.sqrt(1.0 / (width * warmup))
    return float(up if step < warmup else 1.0 / np.sqrt(width * step))


def warmup_stable_decay(step, warmup, stable, decay, peak, floor):
    steps, rates = [warmup, warmup + stable, warmup + stable + decay], [peak, peak, floor]
    if step < warmup:
        return float(np.interp(step, [0, warmup], [0.0, peak]))
    if stable == 0:
        steps, rates = steps[1:], rates[1:]
    return float(np.interp(step, steps, rates))


def step_decay(step, base, size, gamma):
    return float(base * np.power(gamma, np.floor_divide(step, size)))
