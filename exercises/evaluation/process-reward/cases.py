"""What is true of right `solution_score`, `best_of_n` and `first_error`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim

HOWS = ("min", "prod", "last")


def steps(draw: Draw, number: int) -> list[float]:
    return draw.uniform(number, low=0.2, high=0.98).double().tolist()


@claim("The examples of the task come out.", otherwise="One weak step: the aggregations differ.")
def example(draw: Draw):
    a, b = [0.98, 0.95, 0.2, 0.9], [0.6] * 4
    return [
        Call(a, "prod"),
        *(Call([a, b], how, entry="best_of_n") for how in HOWS),
        Call([1, 0, -1, -1], entry="first_error"),
    ]


@claim("Each aggregation gives its number.", otherwise="Weakest, all together, last.")
def scores(draw: Draw):
    return [Call(steps(draw, n), how) for n in (5, 3, 1) for how in HOWS]


@claim("Thousands of steps, and a step of 0, are no problem.", otherwise="Add logarithms.")
def long(draw: Draw):
    return [Call(steps(draw, 3000), "prod"), Call([0.5, 0.0, 0.9], "prod"), Call([0.0], "min")]


@claim("An unknown aggregation raises ValueError.", otherwise="Do not guess.", raises=True)
def unknown(draw: Draw):
    return [Call([0.5], how) for how in ("mean", "", "max")]


@claim("The best solution is chosen by the given aggregation.", otherwise="Use `how`.")
def chosen(draw: Draw):
    calls = []
    for _ in range(4):
        solutions = [steps(draw, draw.integer(1, 6)) for _ in range(5)]
        calls += [Call(solutions, how, entry="best_of_n") for how in HOWS]
    return calls


@claim("Long solutions are still told apart.", otherwise="Products of both round to 0.")
def told_apart(draw: Draw):
    base = [0.4] * 1200
    return Call([base, base + [0.9], base[:-1]], "prod", entry="best_of_n")


@claim("Of equal solutions the first is taken.", otherwise="A fixed rule for ties.")
def ties(draw: Draw):
    one = steps(draw, 3)
    return [Call([[0.01], one, list(one)], how, entry="best_of_n") for how in HOWS]


@claim("The first wrong step is found, neutral ones are not wrong.", otherwise="Only -1 is.")
def errors(draw: Draw):
    labels = [draw.choice((1, 0)) for _ in range(draw.integer(3, 7))]
    at = draw.integer(1, len(labels))
    return [
        Call([0, *labels[:at], -1, *labels[at:], -1], entry="first_error"),
        Call([-1, *labels], entry="first_error"),
        Call([0, *labels], entry="first_error"),
        Call([], entry="first_error"),
    ]


@claim("The product is never above the weakest step.", otherwise="Factors are at most 1.")
def below(draw: Draw):
    given = steps(draw, 6)
    product = yield Call(given, "prod")
    least = yield Call(given, "min")
    if math.exp(product) > least + 1e-9:
        return Broken(f"e^{product:.3f} is more than the weakest step, {least:.3f}.")
    return True
