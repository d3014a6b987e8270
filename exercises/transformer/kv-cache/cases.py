"""What is true of right `cached_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def head(draw: Draw, new: int, old: int = 0, dtype=torch.float32):
    """x, three weights, and a cache of `old` tokens; no two sizes are equal."""
    batch, d, h, e = draw.sample(
        [n for n in (2, 3, 4, 6, 7, 8, 9) if n not in (new, old, new + old)], 4
    )
    weights = (
        draw.normal(h, d, dtype=dtype),
        draw.normal(h, d, dtype=dtype),
        draw.normal(e, d, dtype=dtype),
    )
    cache = (
        (draw.normal(batch, old, h, dtype=dtype), draw.normal(batch, old, e, dtype=dtype))
        if old
        else None
    )
    return [draw.normal(batch, new, d, dtype=dtype), *weights, cache]


@claim("The example of the task comes out.", otherwise="Two equal scores give weights of a half.")
def example(draw: Draw):
    one = torch.eye(1)
    return [
        Call(torch.ones(1, 1, 1), one, one, one),
        Call(torch.zeros(1, 1, 1), one, one, one, (torch.ones(1, 1, 1), torch.ones(1, 1, 1))),
    ]


@claim("Without a cache it is causal self-attention.", otherwise="A triangle with its diagonal.")
def first(draw: Draw):
    return [Call(*head(draw, 5)), Call(*head(draw, 1))]


@claim("One new token sees the whole cache and itself.", otherwise="Old keys first, then the new.")
def one_step(draw: Draw):
    return Call(*head(draw, 1, 5))


@claim(
    "Several new tokens are causal among themselves.", otherwise="The triangle ends at the right."
)
def several(draw: Draw):
    return [Call(*head(draw, 3, 2)), Call(*head(draw, 2, 3))]


@claim("Step by step gives the same as all at once.", otherwise="Nothing may depend on the cut.")
def same_as_whole(draw: Draw):
    x, wq, wk, wv, _ = head(draw, 5, dtype=torch.float64)
    whole, _ = yield Call(x, wq, wk, wv)
    cut = draw.integer(1, 3)
    start, cache = yield Call(x[:, :cut], wq, wk, wv)
    middle, cache = yield Call(x[:, cut : cut + 1], wq, wk, wv, cache)
    rest, _ = yield Call(x[:, cut + 1 :], wq, wk, wv, cache)
    if not torch.allclose(whole, torch.cat([start, middle, rest], 1), atol=1e-8):
        return Broken(f"Cut behind {cut} tokens, the outputs differ from those of the whole text.")
    return True


@claim("Gradients reach the new tokens and the weights.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    x, wq, wk, wv, cache = head(draw, 3, 2)
    upstream = (draw.normal(x.shape[0], 3, wv.shape[0]), None)
    return Call(x, wq, wk, wv, cache, wrt=(0, 1, 2, 3), upstream=upstream)
