"""What is true of right `fit_strengths`, `elo_scale` and `bootstrap_ratings`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim


def battles(draw: Draw, models: int, number: int) -> list[tuple[int, int, float]]:
    """Unequal opponents: stronger models meet weaker ones more often; some ties."""
    found = []
    for _ in range(number):
        i, j = draw.sample(range(models), 2)
        chance = 1 / (1 + math.exp(j - i))
        roll = draw.uniform(1).item()
        score = 0.5 if roll > 0.85 else float(draw.uniform(1).item() < chance)
        found.append((i, j, score))
    return found


@claim("The examples of the task come out.", otherwise="3.5 wins to 1.5, with the prior.", rtol=1e-4)  # fmt: skip
def example(draw: Draw):
    return [
        Call([(0, 1, 1.0)] * 3 + [(0, 1, 0.0)], 2, prior=0.5),
        Call([0.4236, -0.4236], entry="elo_scale"),
    ]


@claim("Random battles get the most likely strengths.", otherwise="Mean 0.", rtol=1e-3, atol=1e-4)
def strengths(draw: Draw):
    return [Call(battles(draw, n, 15 * n), n) for n in (3, 5)] + [Call(battles(draw, 4, 40), 4, 1.0)]  # fmt: skip


@claim("Ties count half.", otherwise="Neither nothing nor one for both.", rtol=1e-3, atol=1e-4)
def ties(draw: Draw):
    return Call([(0, 1, 0.5)] * draw.integer(3, 9) + [(1, 2, 1.0), (2, 0, 0.5), (0, 1, 1.0)], 3)


@claim(
    "Unbeaten models and models without battles are finite.",
    otherwise="Every pair has the extra games of the prior.",
    rtol=1e-3,
    atol=1e-4,
)
def finite(draw: Draw):
    return [Call([(0, 1, 1.0)] * draw.integer(4, 12), 3, 0.2), Call([], 2)]


@claim("Ratings go to the Elo scale.", otherwise="400 / ln 10 per unit, plus the base.")
def scale(draw: Draw):
    given = draw.normal(4).double().tolist()
    return [Call(given, entry="elo_scale"), Call(given, 1500.0, entry="elo_scale")]


@claim("The order of the battles plays no part.", otherwise="Count first, then fit.", rtol=1e-3, atol=1e-4)  # fmt: skip
def no_order(draw: Draw):
    given = battles(draw, 4, 50)
    one = yield Call(given, 4)
    two = yield Call([given[k] for k in draw.permutation(50)], 4)
    if max(abs(a - b) for a, b in zip(one, two)) > 1e-3:
        return Broken("The same battles in another order give other strengths.")
    return True


@claim(
    "Each resample gets its own ratings.",
    otherwise="Battles count as often as they were drawn.",
    rtol=1e-4,
    atol=0.05,
)
def resampled(draw: Draw):
    given = battles(draw, 3, 30)
    draws = [draw.integers(0, 30, 30).tolist() for _ in range(3)]
    return Call(given, 3, draws, entry="bootstrap_ratings")
