"""What is true of a right `tiled_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def qkv(draw: Draw, *lead: int, scale: float = 1.0, square: bool = False, dtype=torch.float32):
    n, m, d, e = draw.distinct(4, 3, 14)
    n, m = (m, m) if square else sorted((n, m))
    q = draw.normal(*lead, n, d, scale=scale, dtype=dtype)
    k = draw.normal(*lead, m, d, scale=scale, dtype=dtype)
    return q, k, draw.normal(*lead, m, e, dtype=dtype)


@claim("The result is that of ordinary attention.", otherwise="Follow the three running values.")
def plain(draw: Draw):
    return [Call(*qkv(draw), 2), Call(*qkv(draw, 2, 3), 4)]


@claim(
    "A ragged last block, blocks of 1 and a block larger than all work.", otherwise="Mind the end."
)
def block_sizes(draw: Draw):
    q, k, v = qkv(draw, 2)
    return [Call(q, k, v, 1), Call(q, k, v, k.shape[-2] - 1), Call(q, k, v, 100)]


@claim("Large scores stay exact and finite.", otherwise="Rescale sum and output alike.")
def large_scores(draw: Draw):
    return Call(*qkv(draw, scale=12.0), 3)


@claim(
    "causal hides what comes later, also with fewer queries than keys.", otherwise="Bottom right."
)
def causal(draw: Draw):
    return [Call(*qkv(draw, 2, square=True), 3, True), Call(*qkv(draw, 2), 2, causal=True)]


@claim("Gradients reach q, k and v.", otherwise="Stay inside torch, nothing in place.")
def gradients(draw: Draw):
    q, k, v = qkv(draw, dtype=torch.float64)
    upstream = draw.normal(q.shape[-2], v.shape[-1], dtype=torch.float64)
    return Call(q, k, v, 3, wrt=(0, 1, 2), upstream=upstream)


@claim("The block size changes nothing but rounding.", otherwise="Nothing may depend on the cut.")
def same_for_all_blocks(draw: Draw):
    q, k, v = qkv(draw, dtype=torch.float64)
    one = yield Call(q, k, v, 2)
    two = yield Call(q, k, v, 5)
    if not torch.allclose(one, two, atol=1e-9):
        return Broken(f"Blocks of 2 and 5 differ by {(one - two).abs().max().item():.2g}.")
    return True


@claim(
    "No matrix with both long sides is made.",
    otherwise="4,096 queries times 4,096 keys would take 64 MB in one tensor alone.",
    memory_mb=45.0,
)
def memory(draw: Draw):
    q, k, v = draw.normal(4096, 8), draw.normal(4096, 8), draw.normal(4096, 4)
    return Call(q, k, v, 128)
