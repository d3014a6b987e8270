"""What is true of right `padding_mask` and `encoder`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def block(draw: Draw, d: int, inner: int, dtype=torch.float32):
    """The weights of one block."""
    matrices = [(name, (d, d)) for name in ("wq", "wk", "wv", "wo")]
    matrices += [("w1", (inner, d)), ("w2", (d, inner))]
    weights = {
        name: draw.normal(*shape, dtype=dtype, scale=shape[1] ** -0.5) for name, shape in matrices
    }
    for name, size in (("b1", inner), ("b2", d), ("shift1", d), ("shift2", d)):
        weights[name] = draw.normal(size, dtype=dtype, scale=0.5)
    for name in ("gain1", "gain2"):
        weights[name] = draw.uniform(d, dtype=dtype, low=0.5, high=2.0)
    return weights


def problem(draw: Draw, depth: int, heads: int = 2, width: int = 4, dtype=torch.float32):
    """x (3, T, d), blocks, heads and lengths: one full sequence, one of a single token, one between."""
    d = heads * width
    length, inner = draw.sample([n for n in (5, 6, 7, 9) if n not in (heads, width, d)], 2)
    lengths = torch.tensor([draw.integer(2, length - 2), length, 1])
    x = draw.normal(3, length, d, dtype=dtype)
    return x, [block(draw, d, inner, dtype) for _ in range(depth)], heads, lengths


def real_rows(lengths: torch.Tensor, size: int) -> torch.Tensor:
    return torch.arange(size) < lengths[:, None]


@claim(
    "The examples of the task come out.",
    otherwise="The two real tokens share their attention half and half; the third one counts nothing.",
)
def example(draw: Draw):
    w = {name: torch.zeros(2, 2) for name in ("wq", "wk", "w1", "w2")}
    w |= {name: torch.eye(2) for name in ("wv", "wo")}
    w |= {name: torch.ones(2) for name in ("gain1", "gain2")}
    w |= {name: torch.zeros(2) for name in ("shift1", "shift2", "b1")}
    w["b2"] = torch.tensor([3.0, 0.0])
    x = torch.tensor([[[0.0, 2.0], [4.0, 0.0], [9.0, 9.0]]])
    return [
        Call(torch.tensor([1, 3]), 3, entry="padding_mask"),
        Call(x, [w], 1, torch.tensor([2])),
    ]


@claim(
    "The mask is True for exactly the real keys.",
    otherwise="Position j is real if j is below the length. The shape is (B, 1, 1, size).",
)
def mask(draw: Draw):
    size = draw.integer(5, 8)
    lengths = torch.tensor([size, 1, *draw.integers(1, size + 1, 4).tolist()])
    return [
        Call(lengths, size, entry="padding_mask"),
        Call(torch.tensor([1]), 1, entry="padding_mask"),
    ]


@claim(
    "One block comes out right, padding and all.",
    otherwise="Post-norm, keys of padding hidden, padded rows 0 in the end.",
)
def one_block(draw: Draw):
    return [Call(*problem(draw, 1)), Call(*problem(draw, 1, 3, 4))]


@claim(
    "Several blocks follow one another, with the mask in each.",
    otherwise="Each block has its own weights, and reads what the one before it left.",
)
def several(draw: Draw):
    return [Call(*problem(draw, 3)), Call(*problem(draw, 2, 4, 2))]


@claim(
    "Without padding every token sees all, to both sides.",
    otherwise="No triangle: an encoder is not causal.",
)
def no_padding(draw: Draw):
    x, blocks, heads, _ = problem(draw, 2)
    return Call(x, blocks, heads, torch.full((3,), x.shape[1]))


@claim(
    "Without blocks only the padding becomes 0.",
    otherwise="An empty list is allowed, and x stays as it is.",
)
def no_blocks(draw: Draw):
    return Call(*problem(draw, 0))


@claim(
    "What stands in padded rows changes nothing, however large.",
    otherwise="Set the scores of padded keys to -inf before the softmax, in every block.",
)
def padding_is_nothing(draw: Draw):
    x, blocks, heads, lengths = problem(draw, 2, dtype=torch.float64)
    padded = ~real_rows(lengths, x.shape[1])
    other = x.clone()
    other[padded] = draw.normal(int(padded.sum()), x.shape[-1], dtype=torch.float64, scale=30.0)
    before = yield Call(x, blocks, heads, lengths)
    after = yield Call(other, blocks, heads, lengths)
    if not torch.allclose(before, after, atol=1e-7):
        return Broken("With other numbers in the padded rows the result is another one.")
    return True


@claim(
    "A sentence gives the same alone, without padding, as in the batch.",
    otherwise="Neither the padding nor the other sequences may play a part.",
)
def alone(draw: Draw):
    x, blocks, heads, lengths = problem(draw, 2, dtype=torch.float64)
    together = yield Call(x, blocks, heads, lengths)
    size = int(lengths[0])
    single = yield Call(x[:1, :size], blocks, heads, lengths[:1])
    if not torch.allclose(together[:1, :size], single, atol=1e-7):
        return Broken(
            f"The first sentence has {size} tokens; cut to these it gives another result."
        )
    return True


@claim(
    "Gradients reach real rows and the weights of all blocks, and no padded row.",
    otherwise="Stay inside torch. A padded row's gradient is 0, neither missing nor nan.",
)
def gradients(draw: Draw):
    given = problem(draw, 2)
    weights = [(1, n, name) for n in range(len(given[1])) for name in ("wq", "wo", "w1", "gain2")]
    return Call(*given, wrt=(0, *weights), upstream=draw.normal(*given[0].shape))


@claim(
    "Where a vector is nearly constant, eps decides.",
    otherwise="sqrt(variance + 1e-5) in both norms.",
)
def epsilon(draw: Draw):
    x, blocks, heads, lengths = problem(draw, 1)
    small = {"wo": 0.01, "w2": 0.01, "b2": 0.01, "gain1": 1e-3, "shift1": 1e-3}
    blocks[0] |= {name: factor * blocks[0][name] for name, factor in small.items()}
    return Call(2e-3 * x, blocks, heads, lengths)


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, 2, 3, 2, dtype=torch.float64))


@claim("bfloat16 comes out as bfloat16.", otherwise="Cast back what you cast.", compare=False)
def short_floats(draw: Draw):
    return Call(*problem(draw, 1, dtype=torch.bfloat16))
