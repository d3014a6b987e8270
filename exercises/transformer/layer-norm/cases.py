"""What is true of a right `layer_norm`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32, scale: float = 1.0):
    """x (*lead, d), gain and shift (d,)."""
    width = draw.integer(5, 9)
    x = draw.normal(*lead, width, dtype=dtype, scale=scale) + 0.7
    return [x, draw.normal(width, dtype=dtype) + 1.0, draw.normal(width, dtype=dtype)]


@claim("The example of the task comes out.", otherwise="Mean 1, variance 5.")
def example(draw: Draw):
    return Call(torch.tensor([4.0, 2.0, 0.0, -2.0]), torch.ones(4), torch.zeros(4))


@claim("Every vector is normalised over its own features.", otherwise="The last dimension only.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, 3, 4)), Call(*problem(draw, 2, 3, 4))]


@claim("eps is added inside the root, whatever its size.", otherwise="sqrt(variance + eps).")
def epsilon(draw: Draw):
    return [Call(*problem(draw, 3), 0.5), Call(*problem(draw, 3, scale=1e-3), eps=1e-3)]


@claim("A constant vector gives the shift, without nan.", otherwise="Its variance is 0.")
def constant(draw: Draw):
    _, gain, shift = problem(draw)
    return Call(torch.full((2, len(gain)), 3.0), gain, shift)


@claim("Gradients are right for x, gain and shift.", otherwise="Mean and variance depend on x.")
def gradients(draw: Draw):
    given = problem(draw, 4)
    return Call(*given, wrt=(0, 1, 2), upstream=draw.normal(*given[0].shape))


@claim(
    "Input that is not contiguous works, and dtypes are kept.", otherwise="No view, no fixed dtype."
)
def kinds(draw: Draw):
    x, gain, shift = problem(draw, 4, dtype=torch.float64)
    return Call(x.mT.contiguous().mT, gain, shift)


@claim("Adding a constant or scaling up changes nothing.", otherwise="Both are normalised away.")
def invariance(draw: Draw):
    x, gain, shift = problem(draw, 3, dtype=torch.float64)
    before = yield Call(x, gain, shift, 0.0)
    after = yield Call(x * 7.0 + 2.0, gain, shift, 0.0)
    if not torch.allclose(before, after, atol=1e-6):
        return Broken("7x + 2 gives another result than x.")
    return True
