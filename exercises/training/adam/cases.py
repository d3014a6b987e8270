"""What is true of right `adam_train` and `ema_weights`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

DOUBLE = torch.float64


def run(draw: Draw, steps: int, *shape: int, dtype=DOUBLE, scale: float = 1.0):
    """A parameter, and gradients that do not average to 0."""
    lean = draw.normal(*shape, dtype=dtype)
    grads = [scale * (lean + draw.normal(*shape, dtype=dtype)) for _ in range(steps)]
    return draw.normal(*shape, dtype=dtype), grads


@claim("The examples of the task come out.", otherwise="A steady gradient gives steps of size lr.")
def example(draw: Draw):
    grads = [torch.tensor([4.0, -0.1]), torch.tensor([4.0, 0.1])]
    return [Call(0.5, 3, entry="ema_weights"), Call(torch.zeros(2), grads, 0.1)]


@claim(
    "The weights of an average are right, from the oldest gradient to the newest.",
    otherwise="A gradient enters with 1 - beta and fades by beta in every later step.",
)
def weights(draw: Draw):
    beta = draw.choice((0.3, 0.6, 0.9, 0.95))
    return [
        Call(beta, draw.integer(4, 12), entry="ema_weights"),
        Call(0.999, 1, entry="ema_weights"),
        Call(beta, 0, entry="ema_weights"),
        Call(0.0, 3, entry="ema_weights"),
    ]


@claim(
    "One step from the start is right, and its size is lr.",
    otherwise="After one step the corrected moments are g and g².",
)
def one_step(draw: Draw):
    return Call(*run(draw, 1, *draw.distinct(2, 2, 6)), 0.05)


@claim(
    "A run of several steps is right, with any betas and eps.",
    otherwise="Carry parameter and plain moments along; t grows by 1 in every step.",
)
def several(draw: Draw):
    shape = draw.distinct(2, 2, 6)
    return [
        Call(*run(draw, draw.integer(3, 8), *shape), 0.02, 0.8, 0.95, 1e-6),
        Call(*run(draw, 7, 3), 0.3, beta1=0.5, beta2=0.7, eps=0.1),
    ]


@claim(
    "The usual settings are the default.",
    otherwise="beta1 = 0.9, beta2 = 0.999, eps = 1e-8, and no L2 term.",
)
def defaults(draw: Draw):
    tiny = run(draw, 4, 5, scale=1e-8)
    return [Call(*run(draw, 6, 4), 0.1), Call(*tiny, 0.1)]


@claim(
    "Tiny gradients meet eps behind the root of the corrected v.",
    otherwise="Correct, take the root, add eps, in this order.",
)
def tiny_gradients(draw: Draw):
    return [Call(*run(draw, steps, 4, scale=1e-4), 0.1, 0.9, 0.999, 1e-3) for steps in (1, 2, 5)]


@claim(
    "The L2 term is part of the gradient and passes through both moments.",
    otherwise="Add l2 · param, with the parameter of this step, before the moments.",
)
def penalty(draw: Draw):
    param, grads = run(draw, 5, 4)
    still = [torch.zeros_like(param)] * 3
    return [
        Call(param, grads, 0.1, 0.9, 0.99, 1e-8, 0.5),
        Call(param, grads, 0.1, l2=2.0),
        Call(param, still, 0.1, l2=0.1),
    ]


@claim(
    "Without gradients nothing happens: the parameter comes back, with moments of 0.",
    otherwise="An empty list is no step at all.",
)
def nothing(draw: Draw):
    return Call(draw.normal(2, 3), [], 0.1)


@claim(
    "A steady gradient moves the parameter by lr in every step, however large it is.",
    otherwise="Both corrected moments are exact for a constant gradient: g and g².",
)
def steady(draw: Draw):
    grad = torch.tensor([1000.0, -1.0, 0.01], dtype=DOUBLE) * (0.5 + draw.uniform(1, dtype=DOUBLE))
    steps = draw.integer(3, 9)
    after, _, _ = yield Call(torch.zeros(3, dtype=DOUBLE), [grad] * steps, 0.1, eps=0.0)
    if not torch.allclose(after, -0.1 * steps * grad.sign(), rtol=1e-9):
        moved = ", ".join(f"{number:.4f}" for number in after.tolist())
        return Broken(f"{steps} steps of 0.1 lead from 0 to {moved}.")
    return True


@claim(
    "Rescaled gradients lead to the same place.",
    otherwise="The factor is in m and in the root of v, so it cancels.",
)
def rescaled(draw: Draw):
    param, grads = run(draw, 6, 5)
    factor = torch.tensor([1e-3, 0.1, 1.0, 30.0, 1e4], dtype=DOUBLE)
    one, _, _ = yield Call(param, grads, 0.1, eps=0.0)
    two, _, _ = yield Call(param, [factor * grad for grad in grads], 0.1, eps=0.0)
    if not torch.allclose(one, two, rtol=1e-8):
        return Broken(f"The parameter differs by up to {(one - two).abs().max().item():.3g}.")
    return True


@claim(
    "The moments are the gradients, and their squares, averaged with your weights.",
    otherwise="The two functions describe the same average.",
)
def same_average(draw: Draw):
    param, grads = run(draw, 6, 4)
    _, m, v = yield Call(param, grads, 0.1, 0.8, 0.95)
    for name, moment, beta, power in (("m", m, 0.8, 1), ("v", v, 0.95, 2)):
        weight = yield Call(beta, 6, entry="ema_weights")
        wanted = (weight[:, None] * torch.stack(grads) ** power).sum(0)
        if not torch.allclose(moment, wanted, rtol=1e-8):
            return Broken(
                f"{name} begins with {moment[0].item():.5f}, the weights give {wanted[0].item():.5f}."
            )
    return True


@claim(
    "Single precision stays single precision, and transposed tensors work.",
    otherwise="Build no tensor of a fixed dtype, and trust no memory layout.",
)
def keeps_dtype(draw: Draw):
    param, grads = run(draw, 3, 2, 5, dtype=torch.float32)
    return Call(param.mT, [grad.mT for grad in grads], 0.1)
