"""What is true of a right `scaled_dot_product_attention`. No two dimensions are ever equal."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def qkv(draw: Draw, *lead: int, keys: int | None = None, scale: float = 1.0, dtype=torch.float32):
    """q (..., N, d_k), k (..., M, d_k), v (..., M, d_v)."""
    n, m, d_k, d_v = draw.distinct(4, 3, 11)
    m = keys or m
    q = draw.normal(*lead, n, d_k, scale=scale, dtype=dtype)
    k = draw.normal(*lead, m, d_k, scale=scale, dtype=dtype)
    return q, k, draw.normal(*lead, m, d_v, dtype=dtype)


def some_allowed(draw: Draw, *shape: int) -> torch.Tensor:
    """A random boolean mask with at least one True and one False in each row."""
    mask = draw.uniform(*shape) < 0.5
    first = draw.integers(0, shape[-1], *shape[:-1])[..., None]
    mask = mask.scatter(-1, first, True)
    return mask.scatter(-1, (first + 1) % shape[-1], False)


@claim(
    "Without a mask the result is softmax(QKᵀ/√d_k)V.",
    otherwise="Take the five steps one by one: scores, scale, softmax over the keys, values.",
)
def plain(draw: Draw):
    return [Call(*qkv(draw)), Call(*qkv(draw))]


@claim(
    "Any leading dimensions work, such as batch and heads.",
    otherwise="Transpose the last two dimensions only, and keep off the others.",
)
def leading(draw: Draw):
    return [Call(*qkv(draw, 2)), Call(*qkv(draw, 2, 3))]


@claim(
    "Where the mask is False, a query does not attend.",
    otherwise="The mask belongs to the scores, before the softmax; True means may attend.",
)
def masked(draw: Draw):
    q, k, v = qkv(draw, 2)
    return Call(q, k, v, some_allowed(draw, 2, q.shape[-2], k.shape[-2]))


@claim(
    "A mask of shape (N, M) or (1, M) is broadcast over the rest.",
    otherwise="Do not expect the mask to have all dimensions of the scores.",
)
def broadcast_mask(draw: Draw):
    q, k, v = qkv(draw, 2, 3)
    rows, columns = q.shape[-2], k.shape[-2]
    return [
        Call(q, k, v, mask=some_allowed(draw, rows, columns)),
        Call(q, k, v, mask=some_allowed(draw, 1, columns)),
    ]


@claim(
    "A causal mask hides what comes later.",
    otherwise="Changing a later key or value must not change an earlier row.",
)
def causal(draw: Draw):
    length = draw.integer(5, 8)
    q, k, v = draw.normal(2, length, 4), draw.normal(2, length, 4), draw.normal(2, length, 3)
    mask = torch.ones(length, length, dtype=torch.bool).tril()
    cut = draw.integer(1, length - 2)
    later_k, later_v = k.clone(), v.clone()
    later_k[:, cut:] += 1.0
    later_v[:, cut:] -= 2.0
    before = yield Call(q, k, v, mask)
    after = yield Call(q, later_k, later_v, mask)
    if not torch.allclose(before[:, :cut], after[:, :cut], atol=1e-5):
        return Broken(f"Keys and values changed from position {cut} on, and an earlier row moved.")
    return True


@claim(
    "A query that may attend to nothing gets zeros, and no nan in values or gradients.",
    otherwise="Such a row is −∞ everywhere; decide about it before the softmax.",
)
def blocked_row(draw: Draw):
    q, k, v = qkv(draw, 2)
    mask = some_allowed(draw, 2, q.shape[-2], k.shape[-2])
    mask[draw.integer(0, 1), draw.integer(0, q.shape[-2] - 1)] = False
    return Call(q, k, v, mask, wrt=(0, 1, 2))


@claim(
    "Gradients reach queries, keys and values, with the right size.",
    otherwise="Stay inside torch, without detach, from the inputs to the result.",
)
def gradients(draw: Draw):
    q, k, v = qkv(draw, 2)
    mask = some_allowed(draw, q.shape[-2], k.shape[-2])
    upstream = draw.normal(*q.shape[:-1], v.shape[-1])
    return Call(q, k, v, mask, wrt=(0, 1, 2), upstream=upstream)


@claim(
    "Scores in the thousands give finite results.",
    otherwise="Subtract each row's maximum before exponentiating, or use softmax.",
    atol=2e-2,  # float32 rounds scores of several thousand by about a thousandth
)
def extreme(draw: Draw):
    q, k, v = qkv(draw, 2, scale=60.0)
    small = torch.cat([q[:, :1] * 1e-3, q[:, 1:]], dim=1)
    return [Call(q, k, v), Call(small, k, v)]


@claim(
    "Each output lies between the smallest and the largest value of its column.",
    otherwise="The weights of a row are not negative and sum to 1.",
)
def convex(draw: Draw):
    q, k, v = qkv(draw, 2)
    out = yield Call(q, k, v)
    low, high = v.amin(-2, keepdim=True), v.amax(-2, keepdim=True)
    if not ((out >= low - 1e-4) & (out <= high + 1e-4)).all():
        return Broken("An output lies outside the range of its column of values.")
    return True


@claim(
    "Permuting keys and values together changes nothing.",
    otherwise="A sum over keys does not depend on their order.",
)
def permuted(draw: Draw):
    q, k, v = qkv(draw)
    order = list(draw.permutation(k.shape[-2]))
    before = yield Call(q, k, v)
    after = yield Call(q, k[order].contiguous(), v[order].contiguous())
    return torch.allclose(before, after, atol=1e-5)


@claim(
    "With a single key every query gets its value.",
    otherwise="A softmax over one score is 1.",
)
def single_key(draw: Draw):
    return Call(*qkv(draw, 2, keys=1))


@claim(
    "Double precision stays double precision.",
    otherwise="Do not build tensors of a fixed dtype on the way.",
)
def keeps_dtype(draw: Draw):
    q, k, v = qkv(draw, 2, dtype=torch.float64)
    return Call(q, k, v, some_allowed(draw, q.shape[-2], k.shape[-2]))
