"""What is true of a right `adamw_step`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def state(draw: Draw, *shape: int, dtype=torch.float64):
    """param, grad, m, v in the middle of a training."""
    param, grad, m = (draw.normal(*shape, dtype=dtype) for _ in range(3))
    return [param, grad, 0.3 * m, draw.uniform(*shape, dtype=dtype) + 0.1]


@claim("The example of the task comes out.", otherwise="The first step has the size lr.")
def example(draw: Draw):
    one, zero = torch.ones(1), torch.zeros(1)
    return Call(one, 0.5 * one, zero, zero, 1, 0.1, 0.9, 0.999, 1e-8, 0.0)


@claim("A step in the middle of training is right.", otherwise="Compare line by line.")
def middle(draw: Draw):
    t = draw.integer(3, 30)
    return [
        Call(*state(draw, 3, 4), t, 0.02, 0.9, 0.99, 1e-8, 0.1),
        Call(*state(draw, 5), t, 0.1, 0.8, 0.95, 1e-6, 0.0),
    ]


@claim("The first step is corrected for the empty moments.", otherwise="Divide by 1 - beta^t.")
def first_step(draw: Draw):
    param, grad, _, _ = state(draw, 4)
    nothing = torch.zeros_like(param)
    return Call(param, grad, nothing, nothing, 1, 0.05, 0.9, 0.95, 1e-8, 0.2)


@claim("Tiny gradients meet eps behind the root.", otherwise="sqrt(v) + eps, not sqrt(v + eps).")
def tiny(draw: Draw):
    param, grad, _, _ = state(draw, 4)
    nothing = torch.zeros_like(param)
    return Call(param, 1e-6 * grad, nothing, nothing, 1, 0.1, 0.9, 0.999, 1e-3, 0.0)


@claim("Without gradient and moments only the decay is left.", otherwise="Decay is decoupled.")
def decay_only(draw: Draw):
    param, lr, decay = draw.normal(4, dtype=torch.float64), 0.1, 0.3
    nothing = torch.zeros_like(param)
    after, *_ = yield Call(param, nothing, nothing, nothing, 1, lr, 0.9, 0.999, 1e-8, decay)
    if not torch.allclose(after, param * (1 - lr * decay), atol=1e-9):
        return Broken("With zero gradient the parameter should just shrink by 1 - lr·weight_decay.")
    return True


@claim("Single precision stays single precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*state(draw, 2, 3, dtype=torch.float32), 7, 0.01, 0.9, 0.999, 1e-8, 0.01)
