"""What is true of right `wilson_interval` and `mcnemar`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def answers(draw: Draw, number: int, share: float) -> list[bool]:
    return [value < share for value in draw.uniform(number).tolist()]


@claim("The examples of the task come out.", otherwise="Ten of ten is no proof of perfection.")
def example(draw: Draw):
    return [
        Call(10, 10), Call([True] * 6 + [False] * 3, [False] * 6 + [True] * 3, entry="mcnemar")
    ]  # fmt: skip


@claim("Random counts and other z values come out right.", otherwise="Follow the formula.")
def values(draw: Draw):
    total = draw.integer(20, 400)
    return [
        Call(draw.integer(1, total - 1), total),
        Call(draw.integer(5, 15), 20, 2.576),
        Call(draw.integer(1, 9), 10, z=1.0),
    ]


@claim("All wrong and all right give intervals of some width.", otherwise="Not 0 at the ends.")
def ends(draw: Draw):
    total = draw.integer(5, 60)
    return [Call(0, total), Call(total, total), Call(1, 1)]


@claim("The paired test counts the questions on which models differ.", otherwise="b and c only.")
def paired(draw: Draw):
    number = draw.integer(60, 120)
    one_sided = [True] * draw.integer(3, 9) + [False] * 4
    return [
        *(
            Call(answers(draw, number, 0.8), answers(draw, number, 0.55), entry="mcnemar")
            for _ in range(3)
        ),
        Call(one_sided, [False] * len(one_sided), entry="mcnemar"),
        Call([False] * len(one_sided), one_sided, entry="mcnemar"),
    ]


@claim("Without any difference the statistic is 0.", otherwise="Do not divide by 0.")
def same(draw: Draw):
    given = answers(draw, 20, 0.6)
    return [Call(given, list(given), entry="mcnemar"), Call([], [], entry="mcnemar")]


@claim("The interval lies between 0 and 1 and contains the score.", otherwise="That is its point.")
def inside(draw: Draw):
    total = draw.integer(3, 30)
    right = draw.integer(0, total)
    low, high = yield Call(right, total)
    if not -1e-9 <= low <= right / total + 1e-9 or not right / total - 1e-9 <= high <= 1 + 1e-9:
        return Broken(f"{right} of {total}: [{low:.3f}, {high:.3f}].")
    return True


@claim("Exchanging the models changes nothing.", otherwise="The difference is squared.")
def symmetric(draw: Draw):
    one, two = answers(draw, 60, 0.8), answers(draw, 60, 0.5)
    there = yield Call(one, two, entry="mcnemar")
    back = yield Call(two, one, entry="mcnemar")
    if abs(there - back) > 1e-9:
        return Broken(f"{there:.3f} one way and {back:.3f} the other.")
    return True
