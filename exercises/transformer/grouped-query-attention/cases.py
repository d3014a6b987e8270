"""What is true of a right `grouped_query_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, heads: int, kv_heads: int, dtype=torch.float32, head: int = 0):
    """x and projections; head width, model width, length and batch are all different."""
    batch, length, width, k = 2, *draw.distinct(3, 3, 9)
    k = head or k
    x = draw.normal(batch, length, width + 3, dtype=dtype)
    d = x.shape[-1]
    shapes = (heads * k, d), (kv_heads * k, d), (kv_heads * k, d), (d, heads * k)
    weights = [draw.normal(*shape, dtype=dtype, scale=0.5) for shape in shapes]
    return x, *weights, heads, kv_heads


def causal(x: torch.Tensor) -> torch.Tensor:
    return torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()


@claim("The example of the task comes out.", otherwise="Both heads read the only value head.")
def example(draw: Draw):
    values, out = torch.tensor([[2.0, 4.0]]), torch.eye(2)
    x = torch.eye(2)[None]
    return Call(x, torch.zeros(2, 2), torch.zeros(1, 2), values, out, heads=2, kv_heads=1)


@claim("Consecutive query heads share a key and value head.", otherwise="h // (H / G).")
def grouped(draw: Draw):
    return [Call(*problem(draw, 4, 2)), Call(*problem(draw, 6, 2)), Call(*problem(draw, 6, 3))]


@claim("One group is multi-query, as many as heads is multi-head.", otherwise="Both are limits.")
def limits(draw: Draw):
    return [Call(*problem(draw, 3, 1)), Call(*problem(draw, 3, 3)), Call(*problem(draw, 1, 1))]


@claim("A mask is respected.", otherwise="-inf before the softmax, in every head.")
def masked(draw: Draw):
    given = problem(draw, 4, 2)
    return [Call(*given, causal(given[0])), Call(*given, mask=causal(given[0]).mT)]


@claim("Nothing leaks from later tokens.", otherwise="The causal mask reaches all heads.")
def no_leak(draw: Draw):
    x, *rest = problem(draw, 4, 2, torch.float64)
    at = draw.integer(1, x.shape[1] - 1)
    later = x.clone()
    later[:, at:] += 1.0
    before = yield Call(x, *rest, causal(x))
    after = yield Call(later, *rest, causal(x))
    if not torch.allclose(before[:, :at], after[:, :at], atol=1e-9):
        return Broken(f"Token {at} changed, and an earlier output moved.")
    return True


@claim("Gradients are right for x and all four projections.", otherwise="Shared heads add up.")
def gradients(draw: Draw):
    given = problem(draw, 4, 2)
    return Call(*given, causal(given[0]), wrt=(0, 1, 2, 3, 4), upstream=draw.normal(*given[0].shape))  # fmt: skip


@claim("Large scores stay finite, and double precision stays.", otherwise="Use a stable softmax.")
def extremes(draw: Draw):
    x, *rest = problem(draw, 4, 2)
    return [Call(40.0 * x, *rest), Call(*problem(draw, 2, 1, torch.float64))]
