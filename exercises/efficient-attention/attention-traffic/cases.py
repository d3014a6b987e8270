"""What is true of right `score_bytes`, `naive_traffic` and `longest_sequence`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def sizes(draw: Draw) -> tuple[int, int, int, int]:
    return (
        draw.integer(2, 5),
        draw.choice((6, 12, 32)),
        draw.integer(300, 5000),
        draw.choice((2, 4)),
    )


@claim("The examples of the task come out.", otherwise="32 · 4096² · 2 bytes.")
def example(draw: Draw):
    return [
        Call(1, 32, 4096, 2), Call(1024, 64, entry="naive_traffic"),
        Call(2**30, 32, 2, entry="longest_sequence"),
    ]  # fmt: skip


@claim("The scores take batch · heads · length² numbers.", otherwise="The width is summed away.")
def scores(draw: Draw):
    return [Call(*sizes(draw)) for _ in range(4)]


@claim(
    "Reads and writes of the three kernels are counted.",
    otherwise="Two square reads, two square writes.",
)
def traffic(draw: Draw):
    return [
        Call(draw.integer(100, 3000), draw.choice((32, 64, 80)), entry="naive_traffic")
        for _ in range(4)
    ]


@claim("The longest sequence fits, and the next one does not.", otherwise="Round down.")
def longest(draw: Draw):
    return [
        Call(
            draw.integer(10**6, 10**10),
            draw.choice((8, 16, 40)),
            draw.choice((2, 4)),
            entry="longest_sequence",
        )
        for _ in range(4)
    ] + [
        Call(3, 8, 2, entry="longest_sequence"),
        Call((10**9 + 7) ** 2 * 16 - 1, 8, 2, entry="longest_sequence"),
    ]


@claim("Budget and length agree.", otherwise="score_bytes(longest) must not exceed the budget.")
def agree(draw: Draw):
    budget, heads = draw.integer(10**7, 10**9), draw.integer(3, 20)
    length = yield Call(budget, heads, 2, entry="longest_sequence")
    fits = yield Call(1, heads, length, 2)
    more = yield Call(1, heads, length + 1, 2)
    if not fits <= budget < more:
        return Broken(
            f"Length {length} takes {fits} bytes, {length + 1} takes {more}; the budget is {budget}."
        )
    return True
