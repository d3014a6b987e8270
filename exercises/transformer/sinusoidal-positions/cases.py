"""What is true of right `sinusoidal_positions`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("Position 0 is 0, 1, 0, 1, ...", otherwise="sin(0) = 0 and cos(0) = 1, in pairs.")
def first_row(draw: Draw):
    return Call(1, 2 * draw.integer(2, 6))


@claim(
    "The table has the right numbers.", otherwise="Check one pair by hand at position 1.", atol=1e-4
)
def values(draw: Draw):
    return [Call(draw.integer(3, 9), 2 * width) for width in draw.distinct(3, 2, 16)]


@claim("Long tables stay exact.", otherwise="Compute the angles accurately enough.", atol=1e-3)
def far_away(draw: Draw):
    return Call(draw.integer(900, 1100), 16)


@claim("A table of length 0 or width 2 works.", otherwise="Mind the small cases.")
def small(draw: Draw):
    return [Call(0, 4), Call(3, 2)]


@claim("Every row has the squared length width/2.", otherwise="Each pair adds sin² + cos² = 1.")
def length_of_rows(draw: Draw):
    width = 2 * draw.integer(3, 20)
    table = yield Call(draw.integer(5, 40), width)
    squares = (table.double() ** 2).sum(-1)
    if not torch.allclose(squares, torch.full_like(squares, width / 2), atol=1e-3):
        return Broken(f"A row has the squared length {squares.max().item():.3f}, not {width / 2}.")
    return True


@claim("Dot products depend on the distance only.", otherwise="One frequency per pair.")
def distances(draw: Draw):
    table = yield Call(30, 2 * draw.integer(4, 20))
    shift = draw.integer(1, 5)
    dots = (table[:-shift].double() * table[shift:].double()).sum(-1)
    if (dots.max() - dots.min()).item() > 1e-3:
        return Broken(
            f"At distance {shift} the products vary by {(dots.max() - dots.min()).item():.4f}."
        )
    return True
