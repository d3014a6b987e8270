"""What is true of right `lora_forward` and `lora_merge`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def layer(draw: Draw, *lead: int, dtype=torch.float32):
    """x, w, a, b, alpha; no two sizes are equal."""
    n, m, r = draw.distinct(3, 2, 9)
    shapes = ((*lead, n), (m, n), (r, n), (m, r))
    return [*(draw.normal(*s, dtype=dtype) for s in shapes), draw.choice((4.0, 16.0, 32.0))]


@claim("The examples of the task come out.", otherwise="2 + 4/1 · 5 · 3.")
def example(draw: Draw):
    one = torch.ones(1, 1)
    return [
        Call(one, 2 * one, 3 * one, 5 * one, 4.0),
        Call(2 * one, 3 * one, 5 * one, 4.0, entry="lora_merge"),
    ]


@claim(
    "Vectors, batches and sequences come out right.", otherwise="Frozen path plus scaled update."
)
def values(draw: Draw):
    return [Call(*layer(draw)), Call(*layer(draw, 5)), Call(*layer(draw, 2, 3))]


@claim("Gradients reach x and both factors, and none the frozen weight.", otherwise="Detach w.")
def gradients(draw: Draw):
    given = layer(draw, 4)
    return Call(*given, wrt=(0, 1, 2, 3), upstream=draw.normal(4, given[1].shape[0]))


@claim("With B = 0 it is the frozen layer.", otherwise="Training starts there.")
def start(draw: Draw):
    x, w, a, b, alpha = layer(draw, 3)
    return Call(x, w, a, torch.zeros_like(b), alpha)


@claim("Merging gives a new weight.", otherwise="The old one is still needed.")
def merged(draw: Draw):
    _, w, a, b, alpha = layer(draw)
    return Call(w, a, b, alpha, entry="lora_merge")


@claim("The merged weight acts like both paths together.", otherwise="Same scale in both.")
def agree(draw: Draw):
    x, w, a, b, alpha = layer(draw, 4, dtype=torch.float64)
    apart = yield Call(x, w, a, b, alpha)
    whole = yield Call(w, a, b, alpha, entry="lora_merge")
    if not torch.allclose(apart, x @ whole.mT, atol=1e-8):
        return Broken("x times the merged weight differs from lora_forward.")
    return True
