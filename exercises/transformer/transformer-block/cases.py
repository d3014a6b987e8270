"""What is true of a right `block`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

NORMS = ("pre", "post")


def problem(draw: Draw, heads: int, width: int, dtype=torch.float32, scale: float = 1.0):
    """x (B, T, d) and the weights of a block; no two of B, T, heads, head width, d and f are equal."""
    d = heads * width
    free = [n for n in (2, 3, 4, 5, 7, 9, 11) if n not in (heads, width, d)]
    batch, length, inner = draw.sample(free, 3)
    weights = {
        name: draw.normal(*shape, dtype=dtype, scale=shape[1] ** -0.5)
        for name, shape in (
            *((name, (d, d)) for name in ("wq", "wk", "wv", "wo")),
            ("w1", (inner, d)),
            ("w2", (d, inner)),
        )
    }
    for name, size in (("b1", inner), ("b2", d), ("shift1", d), ("shift2", d)):
        weights[name] = draw.normal(size, dtype=dtype, scale=0.5)
    for name in ("gain1", "gain2"):
        weights[name] = draw.uniform(d, dtype=dtype, low=0.5, high=2.0)
    return draw.normal(batch, length, d, dtype=dtype, scale=scale), weights, heads


def causal(length: int) -> torch.Tensor:
    return torch.ones(length, length, dtype=torch.bool).tril()


@claim(
    "The examples of the task come out.",
    otherwise="With all matrices 0 a pre-norm block adds b2 to x, and nothing else.",
)
def example(draw: Draw):
    weights = {name: torch.zeros(2, 2) for name in ("wq", "wk", "wv", "wo", "w1", "w2")}
    weights |= {name: torch.ones(2) for name in ("gain1", "gain2")}
    weights |= {name: torch.zeros(2) for name in ("shift1", "shift2", "b1")}
    weights["b2"] = torch.tensor([10.0, 20.0])
    x = torch.tensor([[[1.0, 3.0]]])
    return [Call(x, weights, heads=1), Call(x, weights, heads=1, norm="post")]


@claim(
    "Pre-norm: each sub-layer reads a normalised copy and adds to the stream.",
    otherwise="y = x + A(N1(x)), then y + F(N2(y)). It is also what happens when norm is not given.",
)
def pre_norm(draw: Draw):
    return [Call(*problem(draw, 2, 3)), Call(*problem(draw, 4, 2), None, "pre")]


@claim(
    "Post-norm: each sub-layer's sum with its input is normalised.",
    otherwise="y = N1(x + A(x)), then N2(y + F(y)).",
)
def post_norm(draw: Draw):
    return [Call(*problem(draw, 2, 3), norm="post"), Call(*problem(draw, 3, 2), None, "post")]


@claim(
    "The mask is obeyed in both orders, whatever it broadcasts from.",
    otherwise="Hand it on to the attention: -inf where it is False, before the softmax.",
)
def masked(draw: Draw):
    given = problem(draw, 3, 4)
    batch, length = given[0].shape[:2]
    padded = torch.ones(batch, 1, 1, length, dtype=torch.bool)
    padded[0, ..., -1] = False
    return [Call(*given, m, norm) for norm in NORMS for m in (causal(length), padded)]


@claim(
    "Where the stream is nearly constant, eps decides.",
    otherwise="sqrt(variance + 1e-5): eps stands inside the root, and is as large as that.",
)
def epsilon(draw: Draw):
    given = problem(draw, 2, 4, scale=2e-3)
    given[1]["wo"], given[1]["w2"] = 0.01 * given[1]["wo"], 0.01 * given[1]["w2"]
    given[1]["b2"] = 0.01 * given[1]["b2"]
    return [Call(*given, norm=norm) for norm in NORMS]


@claim(
    "The gradient of x is right in both orders.",
    otherwise="Stay inside torch. It arrives through both residuals, both sub-layers and both norms.",
)
def gradients(draw: Draw):
    given = problem(draw, 2, 3)
    mask, upstream = causal(given[0].shape[1]), draw.normal(*given[0].shape)
    return [Call(*given, mask, norm, wrt=(0,), upstream=upstream) for norm in NORMS]


@claim(
    "Gradients reach every weight, by value.",
    otherwise="Use each of them once, as it is, without detach or copy.",
)
def weight_gradients(draw: Draw):
    given = problem(draw, 2, 3)
    mask, upstream = causal(given[0].shape[1]), draw.normal(*given[0].shape)
    wrt = [(1, name) for name in given[1]]
    return [Call(*given, mask, norm, wrt=wrt, upstream=upstream) for norm in NORMS]


@claim(
    "With zeros in W_O, W_2 and b_2 a pre-norm block is the identity.",
    otherwise="Both sub-layers give 0 then. What they are added to has to be x itself.",
)
def identity(draw: Draw):
    x, weights, heads = problem(draw, 2, 4)
    for name in ("wo", "w2", "b2"):
        weights[name] = torch.zeros_like(weights[name])
    found = yield Call(x, weights, heads)
    worst = (found - x).abs().max().item()
    return True if worst < 1e-5 else Broken(f"An entry of x changed by {worst:.4g}.")


@claim(
    "With a causal mask a later token changes nothing before it.",
    otherwise="Only attention may mix tokens, and only where the mask lets it.",
)
def no_leak(draw: Draw):
    x, *rest = problem(draw, 2, 4)
    length = x.shape[1]
    at = draw.integer(1, length - 1)
    changed = x.clone()
    changed[:, at] += draw.normal(x.shape[-1])
    for norm in NORMS:
        before = yield Call(x, *rest, causal(length), norm)
        after = yield Call(changed, *rest, causal(length), norm)
        if not torch.allclose(before[:, :at], after[:, :at], atol=1e-5):
            return Broken(f"Token {at} was changed, and an earlier output moved ({norm}-norm).")
    return True


@claim(
    "Sequences of a batch do not meet, and without a mask the order of tokens does not matter.",
    otherwise="Norms and network act on each vector by itself.",
)
def symmetric(draw: Draw):
    x, *rest = problem(draw, 2, 3)
    order = torch.tensor(draw.permutation(x.shape[1]))
    together = yield Call(x, *rest)
    alone = yield Call(x[:1], *rest)
    if not torch.allclose(together[:1], alone, atol=1e-5):
        return Broken("The first sequence gives another result without the others.")
    turned = yield Call(x[:, order], *rest)
    if not torch.allclose(together[:, order], turned, atol=1e-5):
        return Broken("With the tokens in another order other vectors come out.")
    return True


@claim("One token, and double precision.", otherwise="Mind the small case and the dtype.")
def small(draw: Draw):
    x, *rest = problem(draw, 2, 3, dtype=torch.float64)
    return [Call(x[:, :1], *rest), Call(x, *rest, norm="post")]


@claim(
    "bfloat16 comes out as bfloat16.",
    otherwise="No tensor of a fixed dtype: what you add or compare with takes the dtype of x.",
    compare=False,
)
def short_floats(draw: Draw):
    given = problem(draw, 2, 3, dtype=torch.bfloat16)
    return [Call(*given, causal(given[0].shape[1]), norm) for norm in NORMS]
