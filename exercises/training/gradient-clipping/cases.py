"""What is true of a right `clip_by_global_norm`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def grads(draw: Draw, scale: float = 1.0) -> list[torch.Tensor]:
    return [scale * draw.normal(3, 4), scale * draw.normal(5), scale * draw.normal(2, 2, 2)]


@claim("The example of the task comes out.", otherwise="3, 4, 5.")
def example(draw: Draw):
    return Call([torch.tensor([3.0]), torch.tensor([4.0])], 1.0)


@claim("Large gradients are brought to the limit by one factor.", otherwise="One norm for all.")
def clipped(draw: Draw):
    return [Call(grads(draw, 4.0), 1.0), Call(grads(draw, 10.0), 2.5)]


@claim("Gradients below the limit stay as they are.", otherwise="Never scale up.")
def untouched(draw: Draw):
    return Call(grads(draw, 0.05), 3.0)


@claim("Zero gradients stay zero, and one tensor works.", otherwise="Do not divide by 0.")
def zero(draw: Draw):
    return [Call([torch.zeros(3), torch.zeros(2, 2)], 1.0), Call([draw.normal(4, scale=9.0)], 0.5)]


@claim("The direction of all gradients together is kept.", otherwise="The same factor everywhere.")
def direction(draw: Draw):
    given = grads(draw, 6.0)
    after, _ = yield Call(given, 1.0)
    one, two = (torch.cat([t.flatten() for t in tensors]) for tensors in (given, after))
    cosine = torch.nn.functional.cosine_similarity(one, two, dim=0).item()
    if cosine < 0.9999:
        return Broken(f"The cosine between before and after is {cosine:.4f}.")
    return True
