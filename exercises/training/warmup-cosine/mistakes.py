"""What people get wrong in a schedule. Each docstring is the explanation."""

import math


def _cosine(progress, peak, floor):
    return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2


def progress_from_step_zero(step, warmup, total, peak, floor):
    """The cosine's progress is step / total. It should begin when warmup ends: (step - warmup) / (total - warmup). So the rate drops by a jump at that
    moment."""
    return peak * step / warmup if step < warmup else _cosine(min(1.0, step / total), peak, floor)


def rises_again(step, warmup, total, peak, floor):
    """Behind the last step the cosine goes on, and the rate rises again. Cut the progress off at 1."""
    return (
        peak * step / warmup
        if step < warmup
        else _cosine((step - warmup) / (total - warmup), peak, floor)
    )


def floor_ignored(step, warmup, total, peak, floor):
    """The rate falls to 0 instead of the floor: the cosine has to span from peak to floor."""
    return (
        peak * step / warmup
        if step < warmup
        else _cosine(min(1.0, (step - warmup) / (total - warmup)), peak, 0.0)
    )


def whole_cosine(step, warmup, total, peak, floor):
    """You run through a whole cosine: the floor comes half way, and at the end the rate is back at the peak. Half a cosine (π, not 2π) goes down once."""
    return (
        peak * step / warmup
        if step < warmup
        else _cosine(2 * min(1.0, (step - warmup) / (total - warmup)), peak, floor)
    )


def straight_line_down(step, warmup, total, peak, floor):
    """The decay is a straight line. A cosine falls slowly at first and at the end, and fastest in the middle."""
    if step < warmup:
        return peak * step / warmup
    return peak + (floor - peak) * min(1.0, (step - warmup) / (total - warmup))


def warmup_from_the_floor(step, warmup, total, peak, floor):
    """Warmup begins at the floor. Here it begins at 0; the floor belongs to the decay."""
    if step < warmup:
        return floor + (peak - floor) * step / warmup
    return _cosine(min(1.0, (step - warmup) / (total - warmup)), peak, floor)
