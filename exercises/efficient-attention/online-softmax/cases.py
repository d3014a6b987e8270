"""What is true of right `softmax_stats`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

INF = float("inf")


def blocks(draw: Draw, number: int, scale: float = 3.0, dtype=torch.float32) -> list[torch.Tensor]:
    return [draw.normal(draw.integer(1, 6), scale=scale, dtype=dtype) for _ in range(number)]


@claim("The example of the task comes out.", otherwise="The first block's sum shrinks by e^-1.")
def example(draw: Draw):
    return Call([torch.tensor([3.0, 1.0, 2.0, 4.0]), torch.tensor([5.0, 1.0, 3.0, 1.0])])


@claim(
    "Several random blocks come out right.", otherwise="Rescale the old sum at each new maximum."
)
def values(draw: Draw):
    return [
        Call(blocks(draw, 5)),
        Call(blocks(draw, 1)),
        Call(blocks(draw, 3, dtype=torch.float64)),
    ]


@claim(
    "Rising and falling blocks both work.", otherwise="Use the running maximum, not the block's."
)
def trends(draw: Draw):
    rising = [torch.tensor([float(n), n + 0.5]) for n in range(0, 200, 40)]
    return [Call(rising), Call(rising[::-1])]


@claim("Scores in the thousands stay finite.", otherwise="Exponentiate differences only.")
def extreme(draw: Draw):
    return Call([block + 5000.0 for block in blocks(draw, 3)] + [torch.tensor([-4000.0])])


@claim("Masked scores and empty blocks count nothing.", otherwise="-inf - (-inf) is nan.")
def masked(draw: Draw):
    dead = torch.full((3,), -INF)
    half = torch.tensor([-INF, 1.0, -INF, draw.integer(2, 5)])
    return [
        Call([dead, half, dead]), Call([dead.double(), dead.double()]), Call([torch.zeros(0), half, torch.zeros(0)])
    ]  # fmt: skip


@claim("Cutting the row in other places changes nothing.", otherwise="Merging must be exact.")
def any_cut(draw: Draw):
    row = draw.normal(12, scale=4.0, dtype=torch.float64)
    cut = draw.integer(1, 11)
    one = yield Call([row])
    two = yield Call([row[:cut], row[cut:]])
    if not (torch.isclose(one[0], two[0]) and torch.isclose(one[1], two[1])):
        return Broken(f"Cut at {cut} the sum is {two[1].item():.6f}, uncut {one[1].item():.6f}.")
    return True
