"""What is true of right `group_report`, `robust_accuracy` and `relative_drop`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def answers(draw: Draw, number: int) -> tuple[list[bool], list[str]]:
    """Groups of different sizes and accuracies; the smallest group is not the worst."""
    groups = [
        draw.choice(("north", "north", "north", "south", "south", "west")) for _ in range(number)
    ]
    share = {"north": 0.8, "south": 0.4, "west": 0.7}
    correct = [value < share[g] for g, value in zip(groups, draw.uniform(number).tolist())]
    return [*correct, False, False, True], [*groups, "south", "north", "west"]  # fmt: skip


def items(draw: Draw, number: int, versions: int) -> list[list[bool]]:
    return [[value < 0.75 for value in draw.uniform(versions).tolist()] for _ in range(number)]


@claim("The examples of the task come out.", otherwise="Group y is right half of the time.")
def example(draw: Draw):
    return [
        Call([True, True, False, True], ["x", "x", "y", "y"]),
        Call([[True, True, True], [True, False, True]], entry="robust_accuracy"),
        Call(0.8, 0.6, entry="relative_drop"),
    ]


@claim("Random groups get the right report.", otherwise="Accuracies per group, then compare.")
def reports(draw: Draw):
    return [Call(*answers(draw, n)) for n in (40, 25, 9)]


@claim("Of equally bad groups the first by name is given.", otherwise="A fixed rule for ties.")
def equal(draw: Draw):
    names = draw.sample(("b", "a", "d", "c"), 3)
    order = [*names, *names]
    return Call([True, True, True, False, False, False], order)


@claim("One group alone has no gap.", otherwise="Largest minus smallest.")
def single(draw: Draw):
    return Call([draw.choice((True, False)) for _ in range(5)], ["all"] * 5)


@claim("Robust items are right in every version.", otherwise="Original included.")
def robust(draw: Draw):
    broken = [[False, True, True], [True, True, True]]
    return [
        *(Call(items(draw, n, v), entry="robust_accuracy") for n, v in ((12, 3), (8, 4), (5, 1))),
        Call(broken, entry="robust_accuracy"),
    ]


@claim("Robust accuracy is never above the accuracy on the originals.", otherwise="`all`.")
def bounded(draw: Draw):
    given = items(draw, 20, 3)
    clean = sum(item[0] for item in given) / len(given)
    found = yield Call(given, entry="robust_accuracy")
    if found > clean + 1e-9:
        return Broken(f"{found:.3f} robust, but only {clean:.3f} on the originals.")
    return True


@claim("A drop refers to the clean accuracy.", otherwise="Divide by what was there before.")
def drops(draw: Draw):
    clean, less = draw.uniform(2, low=0.2, high=0.9).double().tolist()
    pairs = ((clean, less), (0.5, 0.6), (0.0, 0.3), (0.7, 0.0), (0.0, 0.0))
    return [Call(*pair, entry="relative_drop") for pair in pairs]
