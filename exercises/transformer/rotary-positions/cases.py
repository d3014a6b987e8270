"""What is true of right `rotary`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32):
    """x (*lead, T, d) and positions (T,) that begin anywhere."""
    length, half = draw.distinct(2, 3, 8)
    start = draw.integer(1, 40)
    return draw.normal(*lead, length, 2 * half, dtype=dtype), torch.arange(start, start + length)


@claim("The example of the task comes out.", otherwise="cos 2 and sin 2, in this order.")
def example(draw: Draw):
    return Call(torch.tensor([[1.0, 0.0]]), torch.tensor([2]))


@claim("Every pair turns by its own angle.", otherwise="One frequency per pair, from fast to slow.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, 2, 3))]


@claim("The given positions and the base count.", otherwise="Do not assume 0, 1, 2, ... or 10000.")
def arguments(draw: Draw):
    x, positions = problem(draw, 2)
    mixed = positions[torch.tensor(draw.permutation(len(positions)))]
    return [Call(x, mixed), Call(x, positions, 500.0)]


@claim("Position 0 changes nothing, and one row works.", otherwise="An angle of 0 is no rotation.")
def zero(draw: Draw):
    return Call(draw.normal(2, 1, 6), torch.tensor([0]))


@claim("Gradients reach the input.", otherwise="Stay inside torch.")
def gradient(draw: Draw):
    x, positions = problem(draw, 2)
    return Call(x, positions, wrt=(0,), upstream=draw.normal(*x.shape))


@claim("The length of a vector stays.", otherwise="A rotation keeps a² + b².")
def norms(draw: Draw):
    x, positions = problem(draw, 3)
    turned = yield Call(x, positions)
    if not torch.allclose(turned.norm(dim=-1), x.norm(dim=-1), atol=1e-4):
        return Broken("Some vector became longer or shorter.")
    return True


@claim("Products of queries and keys see the distance only.", otherwise="Same angles for both.")
def relative(draw: Draw):
    x, positions = problem(draw)
    keys, shift = draw.normal(*x.shape), draw.integer(3, 30)
    one = (yield Call(x, positions)), (yield Call(keys, positions))
    two = (yield Call(x, positions + shift)), (yield Call(keys, positions + shift))
    if not torch.allclose(one[0] @ one[1].mT, two[0] @ two[1].mT, atol=1e-3):
        return Broken(f"Shifting all positions by {shift} changed the products.")
    return True


@claim(
    "Double precision stays double precision.", otherwise="Convert cos and sin to the dtype of x."
)
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, dtype=torch.float64))
