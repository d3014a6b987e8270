"""What is true of a right `round_to_bf16`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("The example of the task comes out.", otherwise="1003 lies between 1000 and 1004.")
def example(draw: Draw):
    return Call(torch.tensor([1003.0, 257.0, 0.1]))


@claim(
    "Numbers of all sizes are rounded to the nearest.", otherwise="Not cut off.", rtol=0.0, atol=0.0
)
def values(draw: Draw):
    sizes = 10.0 ** torch.linspace(-30, 30, 40)
    return [Call(draw.normal(40) * sizes), Call(draw.normal(3, 7, scale=100.0))]


@claim(
    "Exact halves go to the even neighbour, up and down.",
    otherwise="Ties to even.",
    rtol=0.0,
    atol=0.0,
)
def ties(draw: Draw):
    start = 2.0 ** draw.integer(8, 12)
    step = start / 128
    halves = start + step * (torch.arange(8) + 0.5)
    return Call(torch.cat([halves, -halves]))


@claim("What bf16 can hold stays as it is.", otherwise="Rounding twice changes nothing.")
def idempotent(draw: Draw):
    once = yield Call(draw.normal(50, scale=30.0))
    twice = yield Call(once)
    if not torch.equal(once, twice):
        return Broken("Rounding a rounded number changed it.")
    return True


@claim(
    "Infinity, nan, zeros and the largest numbers keep their meaning.", otherwise="Mind the edges."
)
def edges(draw: Draw):
    huge = 3.4e38
    return Call(torch.tensor([float("inf"), -float("inf"), float("nan"), 0.0, huge, -huge, 1e-40]))


@claim("Order is kept.", otherwise="A larger number never rounds below a smaller one.")
def monotone(draw: Draw):
    x = draw.normal(200, scale=5.0).sort().values
    rounded = yield Call(x)
    if (rounded.diff() < 0).any():
        return Broken("Two numbers changed places.")
    return True
