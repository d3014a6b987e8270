"""What is true of right `pass_at_k` and `mean_pass_at_k`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw) -> tuple[int, int]:
    n = draw.integer(8, 30)
    return n, draw.integer(2, n - 4)


@claim("The examples of the task come out.", otherwise="1 - C(7, 5) / C(10, 5).")
def example(draw: Draw):
    return [
        Call(10, 3, 1), Call(10, 3, 5), Call([(10, 3), (10, 0)], 5, entry="mean_pass_at_k")
    ]  # fmt: skip


@claim("Random counts come out right.", otherwise="Draw without replacement.")
def values(draw: Draw):
    return [Call(*problem(draw), draw.integer(2, 4)) for _ in range(5)]


@claim("For k = 1 it is the share that passes.", otherwise="One sample, c of n pass.")
def one(draw: Draw):
    return Call(*problem(draw), 1)


@claim("No pass gives 0, and too few failures give 1.", otherwise="Mind n - c < k.")
def ends(draw: Draw):
    n = draw.integer(6, 12)
    return [Call(n, 0, 3), Call(n, n, 2), Call(n, n - 2, 3)]


@claim("Thousands of samples are no problem.", otherwise="Factorials as floats overflow.")
def many(draw: Draw):
    return Call(draw.integer(3000, 4000), draw.integer(2, 9), draw.integer(500, 900))


@claim("The mean is taken over problems.", otherwise="Each problem counts alike.")
def mean(draw: Draw):
    results = [problem(draw) for _ in range(4)] + [(100, 1)]
    return [Call(results, k, entry="mean_pass_at_k") for k in (1, 3, 5)]


@claim("More samples never hurt.", otherwise="pass@k rises with k.")
def rises(draw: Draw):
    n, c = problem(draw)
    few = yield Call(n, c, 1)
    more = yield Call(n, c, 4)
    if more < few:
        return Broken(f"pass@4 is {more:.4f}, less than pass@1 with {few:.4f}.")
    return True
