"""What is true of right `add_positions` and `position_gradient`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, dtype=torch.float32):
    """x (B, T, d) and a table with more rows than T."""
    batch, length, width = draw.distinct(3, 2, 8)
    rows = length + draw.integer(3, 6)
    return draw.normal(batch, length, width, dtype=dtype), draw.normal(rows, width, dtype=dtype)


@claim("The examples of the task come out.", otherwise="Rows 1 and 2.")
def example(draw: Draw):
    return [
        Call(torch.zeros(2, 2, 1), torch.tensor([[1.0], [2.0], [3.0]]), start=1),
        Call(torch.ones(2, 2, 1), length=3, start=1, entry="position_gradient"),
    ]


@claim("Every token gets the row of its place.", otherwise="Row start + t, in every sequence.")
def rows(draw: Draw):
    x, table = problem(draw)
    last = len(table) - x.shape[1]
    return [Call(x, table), Call(x, table, draw.integer(1, 2)), Call(x, table, last)]


@claim(
    "Behind the table there is a ValueError.", otherwise="No row may be used twice.", raises=True
)
def too_long(draw: Draw):
    x, table = problem(draw)
    over = len(table) - x.shape[1] + 1
    return [Call(x, table, over), Call(x, table, len(table)), Call(x, table[: x.shape[1] - 1])]


@claim("Gradients reach embeddings and table.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    x, table = problem(draw)
    return Call(x, table, 2, wrt=(0, 1), upstream=draw.normal(*x.shape))


@claim("The table's gradient is summed over the batch.", otherwise="In the rows that were used.")
def table_gradient(draw: Draw):
    x, table = problem(draw)
    return [
        Call(x, len(table), start, entry="position_gradient")
        for start in (0, 2, len(table) - x.shape[1])
    ] + [Call(x, len(table), entry="position_gradient")]


@claim("One step at a time gives the same as all at once.", otherwise="Use `start`.")
def step_by_step(draw: Draw):
    x, table = problem(draw)
    whole = yield Call(x, table, 1)
    at = draw.integer(0, x.shape[1] - 1)
    single = yield Call(x[:, at : at + 1].contiguous(), table, 1 + at)
    if not torch.allclose(whole[:, at : at + 1], single, atol=1e-5):
        return Broken(f"Token {at} alone, with start={1 + at}, gets another row.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    x, table = problem(draw, torch.float64)
    return [Call(x, table), Call(x, len(table), 1, entry="position_gradient")]
