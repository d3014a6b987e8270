"""What is true of a right `sliding_window_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def qkv(draw: Draw, *lead: int, n=None, scale: float = 1.0, dtype=torch.float32):
    """q, k (..., N, d) and v (..., N, e); N is 12 to 19, d and e are smaller and differ."""
    n = n or draw.integer(12, 19)
    d, e = draw.distinct(2, 2, 7)
    q, k = (draw.normal(*lead, n, d, scale=scale, dtype=dtype) for _ in range(2))
    return q, k, draw.normal(*lead, n, e, dtype=dtype)


@claim(
    "The example of the task comes out.", otherwise="Each is the mean of itself and the one before."
)
def example(draw: Draw):
    v = torch.tensor([[2.0], [4.0], [6.0], [10.0]])
    return Call(torch.zeros(4, 2), torch.zeros(4, 2), v, window=2, block=3)


@claim(
    "Every position attends to itself and to window - 1 positions before it.",
    otherwise="0 ≤ distance < window, for every single pair.",
)
def values(draw: Draw):
    return [
        Call(*qkv(draw), 4, 3),
        Call(*qkv(draw, 2, 3), draw.integer(2, 6), draw.integer(2, 5)),
        Call(*qkv(draw), 3, 7),
        Call(*qkv(draw), 8, 2),
    ]


@claim(
    "A ragged last block, blocks of 1 and a block larger than all work.", otherwise="Mind the end."
)
def block_sizes(draw: Draw):
    q, k, v = qkv(draw, 2)
    n = q.shape[-2]
    return [Call(q, k, v, 5, size) for size in (1, n - 1, n, n + 4)]


@claim(
    "A window of 1 gives back the values, a wide one is causal attention.", otherwise="The ends."
)
def windows(draw: Draw):
    q, k, v = qkv(draw, 2)
    n = q.shape[-2]
    return [Call(q, k, v, width, 4) for width in (1, n - 1, n, n + 7)]


@claim("A sequence of one token works.", otherwise="Its only key is its own.")
def single(draw: Draw):
    return [Call(*qkv(draw, 3, n=1), 4, 2), Call(*qkv(draw, n=1), 1, 1)]


@claim("Large scores stay exact and finite.", otherwise="Leave the softmax to torch.")
def large_scores(draw: Draw):
    return Call(*qkv(draw, scale=40.0, dtype=torch.float64), 4, 5)


@claim("Gradients reach q, k and v.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    q, k, v = qkv(draw, dtype=torch.float64)
    upstream = draw.normal(*v.shape, dtype=torch.float64)
    return Call(q, k, v, 4, 3, wrt=(0, 1, 2), upstream=upstream)


@claim(
    "A changed token is seen from its own position on, for `window` positions.",
    otherwise="Look for one position more or fewer.",
)
def reach(draw: Draw):
    q, k, v = qkv(draw, dtype=torch.float64)
    n, window, block = q.shape[-2], draw.integer(2, 4), draw.integer(2, 5)
    at = draw.integer(0, n - window - 2)
    before = yield Call(q, k, v, window, block)
    other = v.clone()
    other[at] += 1.0
    after = yield Call(q, k, other, window, block)
    moved = (before - after).abs().amax(-1) > 1e-9
    expected = torch.zeros(n, dtype=torch.bool)
    expected[at : at + window] = True
    if not torch.equal(moved, expected):
        where = moved.nonzero().flatten().tolist()
        return Broken(f"The value at {at} was changed; with window {window}, {where} moved.")
    return True


@claim("The block size changes nothing but rounding.", otherwise="The window belongs to the query.")
def same_for_all_blocks(draw: Draw):
    q, k, v = qkv(draw, dtype=torch.float64)
    window = draw.integer(3, 6)
    one = yield Call(q, k, v, window, 1)
    for block in (2, 5, 30):
        other = yield Call(q, k, v, window, block)
        if not torch.allclose(one, other, atol=1e-9):
            gap = (one - other).abs().max().item()
            return Broken(f"Blocks of 1 and {block} differ by {gap:.2g} with window {window}.")
    return True


@claim(
    "Time and memory grow with length times (window + block).",
    otherwise="Of 4,096² scores per head, only 4,096 · 96 may be computed.",
    speed=8.0,
    memory_mb=300.0,
)
def cost(draw: Draw):
    q, k, v = (draw.normal(16, 4096, 8) for _ in range(3))
    return Call(q, k, v, 32, 64)
