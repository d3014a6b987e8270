"""What is true of a right `sgd_step`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def state(draw: Draw, *shape: int, dtype=torch.float64):
    """param, grad and velocity in the middle of a training."""
    return [draw.normal(*shape, dtype=dtype, scale=scale) for scale in (1.0, 0.7, 2.0)]


def rates(draw: Draw) -> tuple[float, float]:
    """lr and momentum."""
    return draw.choice((0.05, 0.1, 0.2)), draw.choice((0.5, 0.8, 0.9))


@claim("The examples of the task come out.", otherwise="Whole gradient, velocity, direction, step.")
def example(draw: Draw):
    one = torch.ones(1)
    given = [one, 0.5 * one, 2.0 * one, 0.1, 0.9]
    return [Call(*given), Call(*given, nesterov=True), Call(*given, weight_decay=0.2)]


@claim(
    "A step in the middle of training is right, for tensors of any shape.",
    otherwise="Fade the velocity, add the whole gradient, then step.",
)
def middle(draw: Draw):
    shapes = [(draw.integer(2, 5),), draw.distinct(3, 2, 5)]
    number = [tensor[0] for tensor in state(draw, 1)]  # a parameter without dimensions
    calls = [Call(*state(draw, *shape), *rates(draw)) for shape in shapes]
    return [*calls, Call(*number, *rates(draw))]


@claim(
    "The first step from rest is plain gradient descent.",
    otherwise="With velocity 0 the new velocity is the gradient, in full.",
)
def from_rest(draw: Draw):
    param, grad, _ = state(draw, 4)
    return Call(param, grad, torch.zeros_like(param), *rates(draw))


@claim(
    "Nesterov's direction looks one step ahead, and the velocity is the same as without.",
    otherwise="The gradient plus momentum times the new velocity, for the step only.",
)
def look_ahead(draw: Draw):
    given = state(draw, *draw.distinct(2, 2, 6))
    return [Call(*given, *rates(draw), True), Call(*given, *rates(draw), nesterov=True)]


@claim(
    "Weight decay goes through the velocity, with and without Nesterov.",
    otherwise="It is added to the gradient before anything else happens.",
)
def decay(draw: Draw):
    given, weight_decay = state(draw, *draw.distinct(2, 2, 6)), draw.choice((0.1, 0.3))
    return [
        Call(*given, *rates(draw), False, weight_decay),
        Call(*given, *rates(draw), True, weight_decay),
    ]


@claim(
    "Without momentum nothing of the old velocity is left.",
    otherwise="The new velocity is then the gradient alone.",
)
def no_momentum(draw: Draw):
    return [Call(*state(draw, 3), 0.1, 0.0), Call(*state(draw, 3), 0.1, 0.0, True)]


@claim(
    "The velocity knows nothing of the learning rate.",
    otherwise="lr belongs in front of the direction, where a schedule acts at once.",
)
def rate_outside(draw: Draw):
    param, grad, velocity = state(draw, 5)
    _, slow = yield Call(param, grad, velocity, 0.01, 0.9)
    _, fast = yield Call(param, grad, velocity, 1.0, 0.9)
    if not torch.allclose(slow, fast, rtol=1e-9):
        return Broken(f"lr 0.01 gives {slow[0].item():.4f} and lr 1 gives {fast[0].item():.4f}.")
    return True


@claim(
    "Under a constant gradient g the velocity grows to g / (1 - momentum).",
    otherwise="Every gradient enters in full, the old sum fades by momentum.",
)
def limit(draw: Draw):
    param, grad = draw.normal(3, dtype=torch.float64), 0.5 + draw.uniform(3, dtype=torch.float64)
    velocity = torch.zeros_like(param)
    for _ in range(30):
        param, velocity = yield Call(param, grad, velocity, 0.01, 0.5)
    ratio = (velocity / grad).mean().item()
    if abs(ratio - 2.0) > 1e-6:
        return Broken(f"With momentum 0.5 it comes to {ratio:.4f} times the gradient, not 2.")
    return True


@claim(
    "Single precision and bfloat16 stay what they are, and transposed tensors work.",
    otherwise="Build no tensor of a fixed dtype, and trust no memory layout.",
)
def keeps_dtype(draw: Draw):
    turned = [tensor.mT for tensor in state(draw, 3, 5, dtype=torch.float32)]
    return [
        Call(*turned, 0.1, 0.9, True, 0.1),
        Call(*state(draw, 6, dtype=torch.bfloat16), 0.125, 0.5, True, 0.25),
    ]
