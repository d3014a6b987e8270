"""What is true of right `value_loss` and `whiten`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def batch(draw: Draw, dtype=torch.float32):
    """values, old values, returns (B, T), and a mask with some padding at the end of each row."""
    rows, length = draw.distinct(2, 4, 9)
    old = draw.normal(rows, length, dtype=dtype)
    values = old + draw.normal(rows, length, dtype=dtype, scale=0.6)
    returns = old + draw.normal(rows, length, dtype=dtype)
    ends = draw.integers(2, length, rows)
    return values, old, returns, torch.arange(length) < ends[:, None]


@claim("The examples of the task come out.", otherwise="The first value may only move to 0.25.")
def example(draw: Draw):
    old, returns = torch.tensor([[0.0, 2.0]]), torch.tensor([[1.0, 1.0]])
    x, mask = torch.tensor([[1.0, 3.0, 9.0]]), torch.tensor([[True, True, False]])
    return [
        Call(torch.tensor([[1.0, 2.0]]), old, returns, torch.tensor([[True, True]]), 0.25),
        Call(x, mask, entry="whiten"),
    ]


@claim("Random batches get the right loss.", otherwise="The larger of both errors, halved.")
def values(draw: Draw):
    return [Call(*batch(draw), clip) for clip in (0.2, 0.5)]


@claim("Only real tokens count.", otherwise="Neither in the sum nor in the number.")
def padding(draw: Draw):
    now, old, returns, mask = batch(draw)
    return Call(now.masked_fill(~mask, 1e4), old, returns, mask, 0.3)


@claim(
    "The gradient reaches the new values only.",
    otherwise="Where the limited value has the larger error, no gradient flows.",
)
def gradient(draw: Draw):
    return Call(*batch(draw), 0.3, wrt=(0, 1, 2))


@claim("The loss is never below the unclipped one.", otherwise="The larger error counts.")
def pessimistic(draw: Draw):
    now, old, returns, mask = batch(draw)
    clipped = yield Call(now, old, returns, mask, 0.2)
    free = yield Call(now, old, returns, mask, 1e6)
    if clipped < free - 1e-6:
        return Broken(f"{float(clipped):.4f} with clipping, {float(free):.4f} without.")
    return True


@claim("Whitened tokens have mean 0 and variance 1.", otherwise="Over all real tokens together.")
def whitened(draw: Draw):
    _, _, x, mask = batch(draw)
    return [
        Call(5.0 + 3.0 * x.masked_fill(~mask, -70.0), mask, entry="whiten"),
        Call(x, mask, 0.5, entry="whiten"),
        Call(1e-4 * x.double(), mask, entry="whiten"),
    ]


@claim("Equal numbers, or one alone, give zeros.", otherwise="eps keeps the division finite.")
def equal(draw: Draw):
    row = torch.full((2, 3), float(draw.integer(1, 6)))
    one = torch.tensor([[True, False, False], [False, False, False]])
    return [Call(row, torch.ones(2, 3, dtype=torch.bool), entry="whiten"), Call(row, one, entry="whiten")]  # fmt: skip


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    now, old, returns, mask = batch(draw, torch.float64)
    return [Call(now, old, returns, mask, 0.2), Call(now, mask, entry="whiten")]
