"""What is true of right `linear_decay`, `inverse_sqrt`, `warmup_stable_decay` and `step_decay`."""

from tutor.grading.claims import Broken, Call, Draw, claim

LINEAR, NOAM, WSD, STAIRS = "linear_decay", "inverse_sqrt", "warmup_stable_decay", "step_decay"


def phases(draw: Draw) -> tuple[int, int, int]:
    """Lengths of warmup, plateau and decay, all different."""
    warmup, stable, decay = draw.distinct(3, 6, 40)
    return warmup, stable, decay


def rates(draw: Draw) -> tuple[float, float]:
    """peak and floor."""
    return draw.choice((0.3, 0.5, 0.8)), draw.choice((0.01, 0.05, 0.1))


@claim("The examples of the task come out.", otherwise="Draw the four curves first.")
def example(draw: Draw):
    return [
        Call(6, 2, 10, 0.8, entry=LINEAR),
        Call(4000, 512, 4000, entry=NOAM),
        Call(7, 2, 3, 4, 1.0, 0.2, entry=WSD),
        Call(30, 0.1, 30, 0.1, entry=STAIRS),
    ]


@claim(
    "Both schedules rise from 0 to the peak in a straight line.", otherwise="peak · step / warmup."
)
def rising(draw: Draw):
    (warmup, stable, decay), (peak, floor) = phases(draw), rates(draw)
    steps = (0, 1, draw.integer(2, warmup - 2), warmup - 1, warmup)
    return [
        *(Call(step, warmup, warmup + decay, peak, entry=LINEAR) for step in steps),
        *(Call(step, warmup, stable, decay, peak, floor, entry=WSD) for step in steps),
    ]


@claim(
    "The linear decay goes straight from the peak to 0, and stays there.",
    otherwise="What is left of the way down, divided by its length.",
)
def straight_down(draw: Draw):
    (warmup, _, decay), (peak, _) = phases(draw), rates(draw)
    total = warmup + decay
    steps = (
        warmup + 1,
        draw.integer(warmup + 2, total - 2),
        total - 1,
        total,
        total + 1,
        3 * total,
    )
    return [Call(step, warmup, total, peak, entry=LINEAR) for step in steps]


@claim(
    "The inverse square root is right before, at and after the end of the warmup.",
    otherwise="The smaller of the two curves, divided by the root of the width.",
)
def inverse_root(draw: Draw):
    width, warmup = draw.distinct(2, 9, 60)
    steps = (1, warmup // 2, warmup - 1, warmup, warmup + 1, 5 * warmup)
    return [*(Call(step, width, warmup, entry=NOAM) for step in steps), Call(1, 1, 1, entry=NOAM)]


@claim(
    "The plateau lasts as long as it should, and then a straight line leads to the floor.",
    otherwise="The decay begins at step warmup + stable and ends decay steps later.",
)
def three_phases(draw: Draw):
    lengths, (peak, floor) = phases(draw), rates(draw)
    warmup, stable, decay = lengths
    begin, end = warmup + stable, warmup + stable + decay
    steps = (draw.integer(warmup + 1, begin - 1), begin - 1, begin, begin + 1)
    steps += (draw.integer(begin + 2, end - 1), end - 1, end, end + 1, 3 * end)
    return [Call(step, *lengths, peak, floor, entry=WSD) for step in steps]


@claim(
    "A phase may be missing: no warmup, no plateau, a decay of one step.",
    otherwise="Do not divide by 0, and begin at the peak where there is no warmup.",
)
def missing_phases(draw: Draw):
    peak, floor = rates(draw)
    length = draw.integer(5, 20)
    return [
        *(Call(step, 0, length, peak, entry=LINEAR) for step in (0, 1, length)),
        *(Call(step, 0, 3, length, peak, floor, entry=WSD) for step in (0, 1, 3, 4)),
        *(Call(step, 4, 0, length, peak, floor, entry=WSD) for step in (3, 4, 5)),
        *(Call(step, 2, length, 1, peak, floor, entry=WSD) for step in (length + 2, length + 3)),
        *(Call(step, 0, 0, length, peak, 0.0, entry=WSD) for step in (0, length - 1, length)),
    ]


@claim(
    "The stairs have the right length and height.",
    otherwise="The exponent is the number of stairs that are over, a whole number.",
)
def stairs(draw: Draw):
    size, base, gamma = draw.integer(5, 30), draw.choice((0.4, 0.7)), draw.choice((0.1, 0.5, 0.8))
    steps = (0, 1, size - 1, size, size + 1, 2 * size - 1, 2 * size, 3 * size + size // 2)
    return [
        *(Call(step, base, size, gamma, entry=STAIRS) for step in steps),
        Call(3, base, 1, gamma, entry=STAIRS),
    ]


@claim(
    "The warmup of 2017 reaches its peak 1 / √(width · warmup), and four times as many steps halve it.",
    otherwise="Both curves meet at step = warmup.",
)
def halved(draw: Draw):
    width, warmup = draw.distinct(2, 9, 60)
    peak = yield Call(warmup, width, warmup, entry=NOAM)
    later = yield Call(4 * warmup, width, warmup, entry=NOAM)
    if abs(peak - (width * warmup) ** -0.5) > 1e-9 or abs(later - peak / 2) > 1e-9:
        return Broken(f"At step {warmup} it is {peak:.5f}, at {4 * warmup} it is {later:.5f}.")
    return True


@claim(
    "No schedule jumps, the stairs excepted.",
    otherwise="Where two parts meet, both must have the same value.",
)
def no_jumps(draw: Draw):
    (warmup, stable, decay), (peak, floor) = phases(draw), rates(draw)
    total = warmup + stable + decay
    for entry, given, top in (
        (LINEAR, (warmup, total, peak), peak),
        (NOAM, (16, warmup), (16 * warmup) ** -0.5),
        (WSD, (warmup, stable, decay, peak, floor), peak),
    ):
        before = yield Call(1, *given, entry=entry)
        for step in range(2, total + 3):
            now = yield Call(step, *given, entry=entry)
            if abs(now - before) > 1.001 * top / min(warmup, decay):
                return Broken(f"{entry} goes from {before:.4f} to {now:.4f} at step {step}.")
            before = now
    return True


@claim(
    "The three smooth schedules rise to the end of the warmup and never again after it.",
    otherwise="Up in the warmup, then level or down.",
)
def one_summit(draw: Draw):
    (warmup, stable, decay), (peak, floor) = phases(draw), rates(draw)
    total = warmup + stable + decay
    for entry, given in (
        (LINEAR, (warmup, total, peak)),
        (NOAM, (16, warmup)),
        (WSD, (warmup, stable, decay, peak, floor)),
    ):
        before = yield Call(1, *given, entry=entry)
        for step in range(2, total + 3):
            now = yield Call(step, *given, entry=entry)
            if (step <= warmup and now <= before) or (step > warmup and now > before + 1e-12):
                return Broken(f"{entry} goes from {before:.4f} to {now:.4f} at step {step}.")
            before = now
    return True
