"""What is true of a right `layer_norm_backward`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32, scale: float = 1.0, offset: float = 0.7):
    """grad and x (*lead, d), gain (d,)."""
    width = draw.integer(5, 9)
    x = draw.normal(*lead, width, dtype=dtype, scale=scale) + offset
    return [
        draw.normal(*lead, width, dtype=dtype),
        x,
        draw.uniform(width, dtype=dtype, low=0.5, high=2.0),
    ]


@claim("The example of the task comes out.", otherwise="The variance is 5, and eps is 0 here.")
def example(draw: Draw):
    x, grad = torch.tensor([4.0, 2.0, 0.0, -2.0]), torch.tensor([1.0, 0.0, 0.0, 0.0])
    return Call(grad, x, torch.ones(4), eps=0.0)


@claim(
    "All three gradients are right, for one vector and for many.",
    otherwise="dx goes through mean and variance; gain and shift collect from every vector.",
)
def values(draw: Draw):
    return [Call(*problem(draw, *lead)) for lead in ((4,), (), (2, 3), (3, 1, 2))]


@claim("eps is added inside the root, whatever its size.", otherwise="sqrt(variance + eps).")
def epsilon(draw: Draw):
    return [
        Call(*problem(draw, 3), 0.5),
        Call(*problem(draw, 3, scale=0.03, offset=0.0), eps=1e-3),
        Call(*problem(draw, 3, scale=3e-3, offset=0.0)),
    ]


@claim(
    "Constant vectors give finite gradients.",
    otherwise="Only eps is under the root; no division by 0.",
)
def constant(draw: Draw):
    grad, x, gain = problem(draw, 3)
    return Call(grad, torch.full_like(x, 3.0), gain)


@claim(
    "For every vector dx adds up to 0 over the features.",
    otherwise="Adding a constant to x changes no output: the share of the mean sees to it.",
)
def adds_up_to_zero(draw: Draw):
    dx, _, _ = yield Call(*problem(draw, 3, 4, dtype=torch.float64))
    largest = dx.sum(-1).abs().max().item()
    return True if largest < 1e-9 else Broken(f"A vector of dx adds up to {largest:.3g}.")


@claim(
    "Without eps dx is at right angles to x.",
    otherwise="Stretching x changes no output: the share of the variance sees to it.",
)
def right_angle(draw: Draw):
    grad, x, gain = problem(draw, 3, 4, dtype=torch.float64)
    dx, _, _ = yield Call(grad, x, gain, 0.0)
    largest = (dx * x).sum(-1).abs().max().item()
    return True if largest < 1e-9 else Broken(f"The dot product of dx and x is {largest:.3g}.")


@claim(
    "A mean of thousands does not spoil the result.",
    otherwise="Subtract the mean first and square then; mean(x²) - mean² loses all digits.",
    rtol=1e-2,
    atol=1e-2,
)
def far_off(draw: Draw):
    return Call(*problem(draw, 4, offset=3000.0 + 1000.0 * draw.integer(0, 3)))


@claim(
    "Cut in two, the parts give the same dx, and gain and shift add up.",
    otherwise="Vectors do not meet in dx; in dgain and dshift they are summed.",
)
def parts(draw: Draw):
    grad, x, gain = problem(draw, 5, dtype=torch.float64)
    at = draw.integer(1, 4)
    whole = yield Call(grad, x, gain)
    first = yield Call(grad[:at], x[:at], gain)
    second = yield Call(grad[at:], x[at:], gain)
    if not torch.allclose(whole[0], torch.cat([first[0], second[0]]), atol=1e-9):
        return Broken(f"dx of the first {at} vectors depends on the others.")
    for n, name in ((1, "dgain"), (2, "dshift")):
        if not torch.allclose(whole[n], first[n] + second[n], atol=1e-9):
            return Broken(f"{name} of 5 vectors is not that of {at} plus that of the rest.")
    return True


@claim(
    "An empty batch and a single feature work.",
    otherwise="A sum over nothing is 0; a single feature is its own mean.",
)
def small(draw: Draw):
    one = [draw.normal(3, 1, dtype=torch.float64) for _ in range(2)]
    return [
        Call(*problem(draw, 0)),
        Call(*problem(draw, 2, 0)),
        Call(*one, draw.normal(1, dtype=torch.float64)),
    ]


@claim(
    "Tensors that are not contiguous work, in double precision too.",
    otherwise="No view, no fixed dtype.",
)
def kinds(draw: Draw):
    grad, x, gain = problem(draw, 2, 4, dtype=torch.float64)
    return Call(grad.mT.contiguous().mT, x.transpose(0, 1).contiguous().transpose(0, 1), gain)


@claim("bfloat16 comes out as bfloat16.", otherwise="Cast back what you cast.", compare=False)
def short_floats(draw: Draw):
    return Call(*problem(draw, 3, dtype=torch.bfloat16))
