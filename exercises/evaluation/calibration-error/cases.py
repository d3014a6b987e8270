"""What is true of a right `calibration_error`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def predictions(draw: Draw, number: int):
    """Confidences that stay clear of the borders of 3, 5, 7 and 10 bins, and outcomes."""
    given = [round(0.013 + 0.95 * value, 4) for value in draw.uniform(number).tolist()]
    return given, [value < 0.6 for value in draw.uniform(number).tolist()]


@claim("The example of the task comes out.", otherwise="Two bins, gaps 0.05 and 0.05.")
def example(draw: Draw):
    return Call([0.95, 0.95, 0.55, 0.55], [True, True, True, False])


@claim("Random predictions come out right, for any number of bins.", otherwise="Weigh each bin.")
def values(draw: Draw):
    return [
        Call(*predictions(draw, 40)),
        Call(*predictions(draw, 25), 5),
        Call(*predictions(draw, 30), bins=3),
    ]


@claim("Over- and underconfidence do not cancel.", otherwise="Absolute gaps.")
def no_cancelling(draw: Draw):
    low, high = [0.35] * 10, [0.75] * 10
    return Call(low + high, [True] * 7 + [False] * 3 + [True] * 4 + [False] * 6)


@claim("Confidence 1.0 and 0.0 are counted.", otherwise="1.0 belongs to the last bin.")
def edges(draw: Draw):
    return [Call([1.0, 1.0, 0.0], [True, False, False]), Call([1.0], [False], 4)]


@claim("No predictions give 0.", otherwise="Do not divide by 0.")
def nothing(draw: Draw):
    return Call([], [])


@claim("The order of the predictions does not matter.", otherwise="Bins are sets.")
def order(draw: Draw):
    given, right = predictions(draw, 20)
    turn = draw.permutation(20)
    one = yield Call(given, right)
    two = yield Call([given[i] for i in turn], [right[i] for i in turn])
    if abs(one - two) > 1e-9:
        return Broken(f"{one:.6f} became {two:.6f} in another order.")
    return True
