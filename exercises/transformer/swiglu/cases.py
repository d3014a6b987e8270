"""What is true of a right `swiglu`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32, scale: float = 1.0):
    width, inner = draw.distinct(2, 3, 9)
    x = draw.normal(*lead, width, dtype=dtype, scale=scale)
    shapes = ((inner, width), (inner, width), (width, inner))
    return [x, *(draw.normal(*shape, dtype=dtype) for shape in shapes)]


@claim("The example of the task comes out.", otherwise="silu(1) is 0.7311.")
def example(draw: Draw):
    one = torch.ones(1, 1)
    return Call(one, one, 2 * one, 3 * one)


@claim("Every vector goes through gate and up branch.", otherwise="SiLU belongs to the gate alone.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, 4)), Call(*problem(draw, 2, 3))]


@claim("Large inputs give finite results.", otherwise="Use a sigmoid that does not overflow.")
def large(draw: Draw):
    return Call(*problem(draw, 3, scale=200.0))


@claim("Gradients reach the input and all weights.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    given = problem(draw, 5)
    return Call(*given, wrt=(0, 1, 2, 3), upstream=draw.normal(*given[0].shape))


@claim("Positions do not influence each other.", otherwise="The same map acts on each vector.")
def positions(draw: Draw):
    given = problem(draw, 4)
    whole = yield Call(*given)
    first = yield Call(given[0][:1], *given[1:])
    if not torch.allclose(whole[:1], first, atol=1e-4):
        return Broken("The first vector gives another result without the others.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, 2, dtype=torch.float64))
