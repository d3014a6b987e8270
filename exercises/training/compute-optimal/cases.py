"""What is true of right `optimal_allocation`, `rule_of_20`, `parametric_loss` and `excess_loss`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim

PUBLISHED = {"E": 1.69, "A": 406.4, "B": 410.7, "alpha": 0.34, "beta": 0.28}
REFIT = {"E": 1.8172, "A": 482.01, "B": 2085.43, "alpha": 0.3478, "beta": 0.3658}


def surface(draw: Draw) -> dict[str, float]:
    """A surface whose two halves differ in coefficient and exponent."""
    low, high = draw.uniform(2).tolist()
    found = {"E": 1.5 + low, "A": 150.0 + 300.0 * high, "B": 600.0 + 900.0 * low}
    alpha, beta = draw.sample((0.26, 0.29, 0.32, 0.35, 0.38), 2)
    return found | {"alpha": alpha, "beta": beta}


def budget(draw: Draw) -> float:
    return float(f"{draw.integer(11, 99)}e{draw.integer(18, 24)}")


@claim("The examples of the task come out.", otherwise="Put D = C / (6N) into the loss.")
def example(draw: Draw):
    return [
        Call(70e9, 1.4e12, PUBLISHED, entry="parametric_loss"),
        Call(5.76e23, PUBLISHED),
        Call(5.76e23, entry="rule_of_20"),
        Call(5.76e23, 280e9, PUBLISHED, entry="excess_loss"),
    ]


@claim(
    "The best split is right for any surface and budget.",
    otherwise="Where the derivative is 0, αA/N^α = βB/D^β.",
)
def splits(draw: Draw):
    return [
        Call(budget(draw), REFIT),
        *(Call(budget(draw), surface(draw)) for _ in range(3)),
        Call(
            float(draw.integer(20, 90)), {"E": 0.5, "A": 3.0, "B": 2.0, "alpha": 1.5, "beta": 0.7}
        ),
    ]


@claim(
    "The whole budget is spent: 6·n·d is the given compute.",
    otherwise="6 operations per parameter and token.",
)
def spent(draw: Draw):
    flops = budget(draw)
    n, d = yield Call(flops, surface(draw))
    m, e = yield Call(flops, entry="rule_of_20")
    for name, cost in (("optimal_allocation", 6 * n * d), ("rule_of_20", 6 * m * e)):
        if not math.isclose(cost, flops, rel_tol=1e-6):
            return Broken(f"{name} spends {cost:.4g} of {flops:.4g}.")
    return True


@claim(
    "A slightly smaller or larger model is worse.",
    otherwise="At the best size the slope of the loss along the budget is 0.",
)
def lowest(draw: Draw):
    flops, params = budget(draw), surface(draw)
    n, d = yield Call(flops, params)
    best = yield Call(n, d, params, entry="parametric_loss")
    for factor in (0.9, 0.98, 1.02, 1.1):
        other = yield Call(n * factor, d / factor, params, entry="parametric_loss")
        if other <= best:
            return Broken(
                f"{factor:g} times your size has the loss {other:.6f}, yours has {best:.6f}."
            )
    return True


@claim(
    "With the compute, n grows as C^(β/(α+β)) and d as C^(α/(α+β)).",
    otherwise="The data exponent stands on top for n.",
)
def growth(draw: Draw):
    flops, params = budget(draw), surface(draw)
    n, d = yield Call(flops, params)
    more_n, more_d = yield Call(100.0 * flops, params)
    together = params["alpha"] + params["beta"]
    right = 100 ** (params["beta"] / together), 100 ** (params["alpha"] / together)
    if not math.isclose(more_n / n, right[0], rel_tol=1e-6):
        return Broken(f"100 times the compute gives n times {more_n / n:.3f}, not {right[0]:.3f}.")
    return math.isclose(more_d / d, right[1], rel_tol=1e-6)


@claim(
    "Where size and data help alike, both get the same number.",
    otherwise="With A = B and α = β nothing tells n from d.",
)
def alike(draw: Draw):
    flops = budget(draw)
    params = {"E": 1.7, "A": 300.0, "B": 300.0, "alpha": 0.31, "beta": 0.31}
    n, d = yield Call(flops, params)
    if not math.isclose(n, d, rel_tol=1e-6):
        return Broken(f"n is {n:.4g} and d is {d:.4g}.")
    return True


@claim("The rule of 20 is right for any budget.", otherwise="C = 6 · N · 20N.")
def twenty(draw: Draw):
    return [
        *(Call(budget(draw), entry="rule_of_20") for _ in range(3)),
        Call(120.0, entry="rule_of_20"),
    ]


@claim("The loss of any model is right.", otherwise="E, and what finite size and data add to it.")
def losses(draw: Draw):
    return [
        Call(
            1e9 * draw.integer(1, 300),
            1e9 * draw.integer(10, 9000),
            params,
            entry="parametric_loss",
        )
        for params in (PUBLISHED, REFIT, surface(draw))
    ]


@claim(
    "Models smaller and larger than the best one lose what they should.",
    otherwise="Each size gets the tokens that the budget buys for it.",
)
def excess(draw: Draw):
    calls = []
    for factor in (0.02, 0.3, 4.0, 50.0):
        flops = budget(draw)
        calls.append(
            Call(flops, factor * math.sqrt(flops / 120), surface(draw), entry="excess_loss")
        )
    return calls


@claim(
    "The best size loses nothing, and every other one something.",
    otherwise="The excess is measured from the lowest loss of this budget.",
)
def no_excess(draw: Draw):
    flops, params = budget(draw), surface(draw)
    n, _ = yield Call(flops, params)
    for factor in (1.0, 0.25, 3.0):
        found = yield Call(flops, factor * n, params, entry="excess_loss")
        if (factor == 1.0 and abs(found) > 1e-9) or (factor != 1.0 and found <= 1e-4):
            return Broken(f"{factor:g} times the best size loses {found:.5f}.")
    return True
