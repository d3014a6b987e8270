"""What is true of right `multi_head_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def layer(draw: Draw, heads: int, width: int, dtype=torch.float32):
    """x (B, T, d) and four weights; B, T, heads and head width differ."""
    batch, length = draw.sample([n for n in (2, 3, 5, 7) if n not in (heads, width)], 2)
    d = heads * width
    x = draw.normal(batch, length, d, dtype=dtype)
    return [x, *(draw.normal(d, d, dtype=dtype, scale=d**-0.5) for _ in range(4))]


def causal(length: int) -> torch.Tensor:
    return torch.ones(length, length, dtype=torch.bool).tril()


@claim("One head is ordinary attention between two projections.", otherwise="Start with one head.")
def one_head(draw: Draw):
    return Call(*layer(draw, 1, 6), 1)


@claim(
    "Several heads come out right.", otherwise="Each head sees its own slice of the projections."
)
def several(draw: Draw):
    return [Call(*layer(draw, 4, 3), 4), Call(*layer(draw, 2, 5), 2)]


@claim("The mask is obeyed, whatever it broadcasts from.", otherwise="-inf where it is False.")
def masked(draw: Draw):
    given = layer(draw, 3, 4)
    batch, length = given[0].shape[:2]
    padded = torch.ones(batch, 1, 1, length, dtype=torch.bool)
    padded[0, ..., -1] = False
    return [Call(*given, 3, causal(length)), Call(*given, 3, mask=padded)]


@claim("Gradients reach x and all four weights.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    given = layer(draw, 2, 3)
    mask = causal(given[0].shape[1])
    return Call(*given, 2, mask, wrt=(0, 1, 2, 3, 4), upstream=draw.normal(*given[0].shape))


@claim("With a causal mask a later token changes nothing before it.", otherwise="Something leaks.")
def no_leak(draw: Draw):
    given = layer(draw, 2, 4)
    length = given[0].shape[1]
    at = draw.integer(1, length - 1)
    changed = given[0].clone()
    changed[:, at] += 1.0
    before = yield Call(*given, 2, causal(length))
    after = yield Call(changed, *given[1:], 2, causal(length))
    if not torch.allclose(before[:, :at], after[:, :at], atol=1e-5):
        return Broken(f"Token {at} was changed, and an earlier output moved.")
    return True


@claim("Sequences of a batch do not meet.", otherwise="Keep the batch dimension apart.")
def batch_apart(draw: Draw):
    given = layer(draw, 2, 3)
    together = yield Call(*given, 2)
    alone = yield Call(given[0][:1], *given[1:], 2)
    if not torch.allclose(together[:1], alone, atol=1e-5):
        return Broken("The first sequence gives another result without the others.")
    return True


@claim("One token, and double precision.", otherwise="Mind the small case and the dtype.")
def small(draw: Draw):
    given = layer(draw, 2, 3, dtype=torch.float64)
    return Call(given[0][:, :1], *given[1:], 2)
