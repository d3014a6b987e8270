"""What is true of right `fit_power_law`, `predict_power_law` and `needed_size`."""

import math

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

DOUBLE = torch.float64


def law(draw: Draw) -> tuple[float, float]:
    """Coefficient and exponent."""
    return draw.choice((5.0, 40.0, 400.0)), draw.choice((0.08, 0.2, 0.34, 0.5))


def runs(draw: Draw, number: int, offset: float = 0.0, noise: float = 0.2):
    """Sizes over five orders of magnitude in any order, and their noisy losses."""
    coefficient, exponent = law(draw)
    x = 10 ** draw.uniform(number, dtype=DOUBLE, low=6.0, high=11.0)
    y = coefficient * x**-exponent * (noise * draw.normal(number, dtype=DOUBLE)).exp()
    return x, offset + y


@claim("The examples of the task come out.", otherwise="Subtract the floor, then take logarithms.")
def example(draw: Draw):
    x = torch.tensor([1e2, 1e4, 1e6], dtype=DOUBLE)
    y = torch.tensor([7.0, 2.5, 2.05], dtype=DOUBLE)
    more = torch.tensor([1e8], dtype=DOUBLE)
    return [
        Call(x, y, offset=2.0),
        Call(x, y),
        Call(more, 50.0, 0.5, 2.0, entry="predict_power_law"),
        Call(2.01, 50.0, 0.5, 2.0, entry="needed_size"),
    ]


@claim(
    "Noisy losses give the least-squares line of their logarithms.",
    otherwise="All points count, with the errors of log y.",
)
def noisy(draw: Draw):
    return [Call(*runs(draw, number)) for number in draw.distinct(3, 4, 12)]


@claim(
    "A known floor is subtracted before the logarithm.",
    otherwise="log(y - offset), not log(y).",
)
def with_floor(draw: Draw):
    return [
        Call(*runs(draw, 6, 1.69), 1.69),
        Call(*runs(draw, 9, 0.5), offset=0.5),
        Call(*runs(draw, 5, 2.0), offset=1.0),
    ]


@claim(
    "Exact losses give back their law.",
    otherwise="Without noise the line goes through all points.",
)
def exact(draw: Draw):
    coefficient, exponent = law(draw)
    x = 10 ** draw.uniform(6, dtype=DOUBLE, low=6.0, high=11.0)
    a, k = yield Call(x, 1.5 + coefficient * x**-exponent, 1.5)
    if not math.isclose(a, coefficient, rel_tol=1e-6) or not math.isclose(
        k, exponent, rel_tol=1e-6
    ):
        return Broken(f"{coefficient:g} and {exponent:g} went in, {a:.4g} and {k:.4g} came out.")
    return True


@claim(
    "Two points are enough, and huge sizes are no trouble.",
    otherwise="Logarithms make all sizes small.",
)
def extremes(draw: Draw):
    two = torch.tensor([3e7, 5e9], dtype=DOUBLE) * (1.0 + draw.uniform(2, dtype=DOUBLE))
    flops = 10 ** draw.uniform(8, dtype=DOUBLE, low=18.0, high=26.0)
    losses = 2.0 + draw.uniform(8, dtype=DOUBLE)
    return [Call(two, torch.tensor([3.1, 2.2], dtype=DOUBLE)), Call(flops, losses)]


@claim(
    "The order of the runs does not matter.",
    otherwise="No point is special.",
)
def any_order(draw: Draw):
    x, y = runs(draw, 7)
    order = draw.permutation(7)
    one = yield Call(x, y)
    two = yield Call(x[order], y[order])
    if not math.isclose(one[1], two[1], rel_tol=1e-6):
        return Broken(f"The exponent is {one[1]:.4f} in one order and {two[1]:.4f} in another.")
    return True


@claim(
    "Counting the sizes in another unit changes the coefficient only.",
    otherwise="On logarithmic axes another unit shifts the line sideways.",
)
def units(draw: Draw):
    x, y = runs(draw, 7)
    a, k = yield Call(x, y)
    b, j = yield Call(x / 1000.0, y)
    if not math.isclose(k, j, rel_tol=1e-6) or not math.isclose(b, a / 1000.0**k, rel_tol=1e-6):
        return Broken(f"In units of 1,000 the exponent goes from {k:.4f} to {j:.4f}.")
    return True


@claim(
    "The law predicts losses, with and without a floor.",
    otherwise="offset + coefficient · x^(-exponent).",
)
def predictions(draw: Draw):
    x = 10 ** draw.uniform(*draw.distinct(2, 2, 5), dtype=DOUBLE, low=1.0, high=4.0)
    return [
        Call(x, *law(draw), 1.69, entry="predict_power_law"),
        Call(x[0], *law(draw), entry="predict_power_law"),
        Call(x.mT, *law(draw), offset=0.7, entry="predict_power_law"),
    ]


@claim(
    "The needed size solves the law for x.",
    otherwise="The distance from the floor decides, and the power is 1 / exponent.",
)
def sizes(draw: Draw):
    loss = 2.0 + float(draw.uniform(1, dtype=DOUBLE))
    return [
        Call(loss, *law(draw), 1.69, entry="needed_size"),
        Call(loss, *law(draw), entry="needed_size"),
        Call(loss, 12.0, 1.5, offset=1.0, entry="needed_size"),
    ]


@claim(
    "No size reaches the floor or anything below it.",
    otherwise="That is inf, a float.",
)
def out_of_reach(draw: Draw):
    offset = draw.choice((1.5, 1.69, 2.0))
    return [
        Call(loss, *law(draw), offset, entry="needed_size") for loss in (offset, offset - 0.25, 0.0)
    ]


@claim(
    "Prediction and needed size undo each other.",
    otherwise="Both are the same law.",
)
def there_and_back(draw: Draw):
    given = *law(draw), 1.2
    x = 10 ** draw.uniform(3, dtype=DOUBLE, low=2.0, high=6.0)
    losses = yield Call(x, *given, entry="predict_power_law")
    for size, loss in zip(x.tolist(), losses.tolist()):
        found = yield Call(loss, *given, entry="needed_size")
        if not math.isclose(found, size, rel_tol=1e-5):
            return Broken(f"Size {size:.4g} has the loss {loss:.4f}, which needs size {found:.4g}.")
    return True
