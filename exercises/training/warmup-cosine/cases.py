"""What is true of a right `warmup_cosine`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim


def plan(draw: Draw) -> tuple[int, int, float, float]:
    warmup = draw.integer(20, 60)
    return (
        warmup,
        warmup + draw.integer(200, 400),
        draw.choice((1e-3, 3e-4, 0.5)),
        draw.choice((1e-5, 3e-5)),
    )


@claim("The examples of the task come out.", otherwise="Half way up, half way down.")
def example(draw: Draw):
    return [Call(5, 10, 110, 1.0, 0.1), Call(60, 10, 110, 1.0, 0.1)]


@claim("Warmup is a straight line from 0 to the peak.", otherwise="peak · step / warmup.")
def rising(draw: Draw):
    warmup, *rest = plan(draw)
    return [Call(step, warmup, *rest) for step in (0, 1, warmup // 2, warmup - 1, warmup)]


@claim("The decay is half a cosine down to the floor.", otherwise="Progress begins after warmup.")
def falling(draw: Draw):
    warmup, total, *rest = plan(draw)
    return [Call(draw.integer(warmup + 1, total - 1), warmup, total, *rest) for _ in range(4)]


@claim("At the end and beyond it is the floor.", otherwise="A cosine would rise again.")
def end(draw: Draw):
    warmup, total, *rest = plan(draw)
    return [Call(step, warmup, total, *rest) for step in (total, total + 1, 2 * total)]


@claim("Without warmup it begins at the peak.", otherwise="Do not divide by 0.")
def no_warmup(draw: Draw):
    return [Call(0, 0, 100, 0.3, 0.0), Call(30, 0, 100, 0.3, 0.03)]


@claim("The rate has no jump where warmup ends.", otherwise="Both parts meet at the peak.")
def continuous(draw: Draw):
    warmup, total, peak, floor = plan(draw)
    before = yield Call(warmup - 1, warmup, total, peak, floor)
    after = yield Call(warmup, warmup, total, peak, floor)
    if not math.isclose(after, peak, rel_tol=1e-6) or after - before > 1.5 * peak / warmup:
        return Broken(f"The rate goes from {before:.3g} to {after:.3g} at step {warmup}.")
    return True
