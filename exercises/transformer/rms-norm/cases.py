"""What is true of a right `rms_norm`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32, scale: float = 1.0):
    width = draw.integer(5, 9)
    return [
        draw.normal(*lead, width, dtype=dtype, scale=scale) + scale,
        draw.normal(width, dtype=dtype) + 1,
    ]


@claim("The example of the task comes out.", otherwise="The mean square is 6.")
def example(draw: Draw):
    return Call(torch.tensor([4.0, 2.0, 0.0, -2.0]), torch.ones(4))


@claim("Every vector is divided by its own root mean square.", otherwise="The last dimension only.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, 3, 4)), Call(*problem(draw, 2, 3, 4))]


@claim("eps is added inside the root.", otherwise="sqrt(mean square + eps).")
def epsilon(draw: Draw):
    return [
        Call(*problem(draw, 3), 0.5),
        Call(*problem(draw, 3, scale=1e-3), eps=1e-4),
        Call(*problem(draw, 3, scale=5e-4)),
    ]


@claim("A zero vector stays zero, without nan.", otherwise="That is what eps is for.")
def zero(draw: Draw):
    return Call(torch.zeros(2, 6), draw.normal(6))


@claim("Gradients are right for x and gain.", otherwise="The root mean square depends on x.")
def gradients(draw: Draw):
    given = problem(draw, 4)
    return Call(*given, wrt=(0, 1), upstream=draw.normal(*given[0].shape))


@claim("Scaling up changes nothing, a shift does.", otherwise="Nothing is centred here.")
def invariance(draw: Draw):
    x, gain = problem(draw, 3, dtype=torch.float64)
    one = yield Call(x, gain, 0.0)
    two = yield Call(3.0 * x, gain, 0.0)
    if not torch.allclose(one, two, atol=1e-6):
        return Broken("3x gives another result than x.")
    return True
