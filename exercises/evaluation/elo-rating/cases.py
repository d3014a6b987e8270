"""What is true of right `expected_score` and `play`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim

NAMES = ("ada", "bo", "cy", "di")


def table(draw: Draw) -> dict[str, float]:
    return {name: float(draw.integer(900, 1500)) for name in NAMES}


def games(draw: Draw, number: int) -> list[tuple[str, str, float]]:
    return [(*draw.sample(NAMES, 2), draw.choice((0.0, 0.5, 1.0))) for _ in range(number)]


@claim("The examples of the task come out.", otherwise="400 points are odds of ten to one.")
def example(draw: Draw):
    return [
        Call(1600.0, 1200.0),
        Call({"a": 1000.0, "b": 1000.0}, [("a", "b", 1.0)], 32.0, entry="play"),
    ]


@claim("Expected scores of random ratings are right.", otherwise="Base 10, and 400.")
def expectations(draw: Draw):
    return [Call(float(draw.integer(800, 1600)), float(draw.integer(800, 1600))) for _ in range(4)]


@claim("A win, a loss and a tie move both ratings.", otherwise="k times (score - expected).")
def one_game(draw: Draw):
    given = table(draw)
    return [Call(given, [("ada", "bo", s)], 24.0, entry="play") for s in (1.0, 0.5, 0.0)]


@claim("A list of games is played in order.", otherwise="Each game begins with the latest ratings.")
def many_games(draw: Draw):
    return [
        Call(table(draw), games(draw, 15), 32.0, entry="play"),
        Call(table(draw), [], 32.0, entry="play"),
    ]


@claim("The expected scores of both players add up to 1.", otherwise="Swap the arguments and add.")
def complement(draw: Draw):
    a, b = float(draw.integer(900, 1500)), float(draw.integer(900, 1500))
    one = yield Call(a, b)
    two = yield Call(b, a)
    if not math.isclose(one + two, 1.0, abs_tol=1e-9):
        return Broken(f"They add up to {one + two:.6f}.")
    return True


@claim("What one wins the other loses.", otherwise="The sum of all ratings stays.")
def zero_sum(draw: Draw):
    given = table(draw)
    after = yield Call(given, games(draw, 12), 40.0, entry="play")
    if not math.isclose(sum(after.values()), sum(given.values()), abs_tol=1e-6):
        return Broken(f"The sum went from {sum(given.values()):.3f} to {sum(after.values()):.3f}.")
    return True
