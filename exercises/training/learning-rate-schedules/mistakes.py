"""What people get wrong in schedules. Each docstring is the explanation."""


def linear_from_step_zero(step, warmup, total, peak):
    """The line down is measured from step 0: peak · (1 - step / total). Where the warmup ends it has already fallen a little, so the rate jumps. The way down begins
    at `warmup` and is total - warmup steps long."""
    if step < warmup:
        return peak * step / warmup
    return peak * max(0.0, 1 - step / total)


def linear_below_zero(step, warmup, total, peak):
    """Behind `total` the line goes on below 0. A negative rate climbs the loss. Cut it off at 0."""
    if step < warmup:
        return peak * step / warmup
    return peak * (total - step) / (total - warmup)


def takes_the_larger(step, width, warmup):
    """You take the larger of the two curves. It starts with a huge rate at step 1 and later grows without end; the smaller one rises first and then falls."""
    return width**-0.5 * max(step**-0.5, step * warmup**-1.5)


def no_line_up(step, width, warmup):
    """Before the warmup ends the rate is already the inverse square root, so the very first step is the longest of all. A line up has to come first."""
    return width**-0.5 * step**-0.5


def width_ignored(step, width, warmup):
    """The factor from the model's width is missing. Wider models got smaller rates: 1/√width stands in front of everything."""
    return min(step**-0.5, step * warmup**-1.5)


def stable_is_not_a_place(step, warmup, stable, decay, peak, floor):
    """The decay begins at step `stable`, as if it were a place. It is the length of the plateau, which begins after the warmup, so the decay begins at
    warmup + stable."""
    if step < warmup:
        return peak * step / warmup
    progress = min(1.0, max(0, step - stable) / decay)
    return peak + (floor - peak) * progress


def falls_to_zero(step, warmup, stable, decay, peak, floor):
    """The decay ends at 0. It ends at `floor`, and the line has to aim there from its beginning."""
    if step < warmup:
        return peak * step / warmup
    return peak * (1 - min(1.0, max(0, step - warmup - stable) / decay))


def no_plateau(step, warmup, stable, decay, peak, floor):
    """The decay begins right after the warmup and is stretched over both phases. The plateau is what this schedule is about: first `stable` steps at the peak."""
    if step < warmup:
        return peak * step / warmup
    return peak + (floor - peak) * min(1.0, (step - warmup) / (stable + decay))


def slope_in_place_of_stairs(step, base, size, gamma):
    """The exponent is step / size, so the rate falls a little in every step. That is exponential decay. For stairs the exponent is a whole number, rounded
    down."""
    return base * gamma ** (step / size)


def stairs_one_late(step, base, size, gamma):
    """Each stair comes one step late, as if the steps were counted from 1. Counted from 0, step `size` is the first one with the rate base · gamma."""
    return base * gamma ** (max(0, step - 1) // size)
