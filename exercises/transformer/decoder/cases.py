"""What is true of right `decoder_logits` and `table_gradient`."""

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


def problem(draw: Draw, depth: int, heads: int = 2, width: int = 3, dtype=torch.float32):
    """ids (B, N), a model and heads; N is below L, and no two sizes are equal."""
    d = heads * width
    free = [n for n in (4, 7, 9, 10, 11, 13) if n not in (heads, width, d)]
    length, most, inner, vocabulary = draw.sample(free, 4)
    length, most = sorted((length, most))
    batch = draw.choice([n for n in (2, 3, 5) if n not in (heads, width)])
    model = {
        "table": draw.normal(vocabulary, d, dtype=dtype),
        "positions": draw.normal(most, d, dtype=dtype),
        "blocks": [block(draw, d, inner, dtype) for _ in range(depth)],
        "gain": draw.uniform(d, dtype=dtype, low=0.5, high=2.0),
        "shift": draw.normal(d, dtype=dtype, scale=0.5),
    }
    return draw.integers(0, vocabulary, batch, length), model, heads


@claim(
    "The examples of the task come out.",
    otherwise="Without blocks it is lookup, positions, final norm and the product with the table.",
)
def example(draw: Draw):
    model = {
        "table": torch.tensor([[3.0, 0.0], [0.0, 1.0], [2.0, 2.0]]),
        "positions": torch.tensor([[0.0, 1.0], [0.0, 5.0], [9.0, 9.0]]),
        "blocks": [],
        "gain": torch.tensor([1.0, 2.0]),
        "shift": torch.tensor([0.0, 1.0]),
    }
    ids, grad = torch.tensor([[0, 2]]), torch.zeros(1, 2, 3)
    grad[0, 0, 1] = 1.0
    return [Call(ids, model, heads=1), Call(ids, model, 1, grad, entry="table_gradient")]


@claim(
    "Without blocks the ends of the model come out right.",
    otherwise="Row of the token plus row of the position, final norm, dot products with the table.",
)
def ends(draw: Draw):
    return [Call(*problem(draw, 0)), Call(*problem(draw, 0, 4, 2))]


@claim(
    "One block comes out right.",
    otherwise="Pre-norm, causal, and the final norm behind it.",
)
def one_block(draw: Draw):
    return [Call(*problem(draw, 1)), Call(*problem(draw, 1, 3, 4))]


@claim(
    "Several blocks follow one another.",
    otherwise="Each has its own weights; the final norm comes once, behind the last.",
)
def several(draw: Draw):
    return [Call(*problem(draw, 3)), Call(*problem(draw, 2, 4, 2))]


@claim(
    "Gradients reach the table, the positions and the weights of every block.",
    otherwise="Stay inside torch. The table is used twice, and both uses add to its gradient.",
)
def gradients(draw: Draw):
    ids, model, heads = problem(draw, 2)
    inner = [("blocks", n, name) for n in (0, 1) for name in ("wk", "wv", "w2", "shift1")]
    wrt = [(1, "table"), (1, "positions"), (1, "gain"), *((1, *path) for path in inner)]
    upstream = draw.normal(*ids.shape, len(model["table"]))
    return Call(ids, model, heads, wrt=wrt, upstream=upstream)


@claim(
    "Any length from 1 to the last position works.",
    otherwise="The first N positions, and a mask for this N, made anew for each call.",
)
def lengths(draw: Draw):
    _, model, heads = problem(draw, 1)
    most = len(model["positions"])
    whole = draw.integers(0, len(model["table"]), 2, most)
    return [Call(whole[:, :n], model, heads) for n in (most, 1, 2, most - 1)]


@claim(
    "A changed token leaves all logits before it as they are, to the last bit.",
    otherwise="Only attention mixes tokens. Its scores are -inf behind the diagonal, before the softmax.",
)
def no_leak(draw: Draw):
    ids, model, heads = problem(draw, 2)
    at = draw.integer(1, ids.shape[1] - 1)
    changed = ids.clone()
    changed[:, at] = (changed[:, at] + draw.integer(1, 3)) % len(model["table"])
    before = yield Call(ids, model, heads)
    after = yield Call(changed, model, heads)
    if not torch.equal(before[:, :at], after[:, :at]):
        return Broken(f"Token {at} was changed, and a logit before it moved.")
    if torch.allclose(before[:, at:], after[:, at:], atol=1e-5):
        return Broken(f"Token {at} was changed, and the logits there did not move.")
    return True


@claim(
    "A sequence gives the same alone as in a batch, and its beginning the same as the whole.",
    otherwise="Neither the other sequences nor what comes later may play a part.",
)
def parts(draw: Draw):
    ids, model, heads = problem(draw, 2, dtype=torch.float64)
    whole = yield Call(ids, model, heads)
    alone = yield Call(ids[1:2], model, heads)
    if not torch.allclose(whole[1:2], alone, atol=1e-8):
        return Broken("The second sequence gives other logits without the others.")
    cut = draw.integer(1, ids.shape[1] - 1)
    beginning = yield Call(ids[:, :cut], model, heads)
    if not torch.allclose(whole[:, :cut], beginning, atol=1e-8):
        return Broken(f"Cut behind {cut} tokens, these get other logits than in the whole.")
    return True


@claim(
    "The table's gradient is the sum over lookup and head.",
    otherwise="Both uses have to go through the same tensor. A token that occurs twice adds up.",
)
def both_uses(draw: Draw):
    calls = []
    for depth in (0, 2):
        ids, model, heads = problem(draw, depth)
        ids[:, -1] = ids[0, 0]
        grad = draw.normal(*ids.shape, len(model["table"]))
        calls.append(Call(ids, model, heads, grad, entry="table_gradient"))
    return calls


@claim(
    "The table's gradient predicts what a small step does to the logits.",
    otherwise="It is the derivative of the sum of grad times logits.",
)
def small_step(draw: Draw):
    ids, model, heads = problem(draw, 1, dtype=torch.float64)
    grad = draw.normal(*ids.shape, len(model["table"]), dtype=torch.float64)
    step = 1e-5 * draw.normal(*model["table"].shape, dtype=torch.float64)
    slope = yield Call(ids, model, heads, grad, entry="table_gradient")
    up = yield Call(ids, {**model, "table": model["table"] + step}, heads)
    down = yield Call(ids, {**model, "table": model["table"] - step}, heads)
    found, right = (slope * step).sum().item(), ((up - down) * grad).sum().item() / 2
    if abs(found - right) > 1e-4 * (slope.abs() * step.abs()).sum().item():
        return Broken(
            f"A small step changes the sum by {right:.4g}; the gradient says {found:.4g}."
        )
    return True


@claim(
    "Where the stream is nearly constant, eps decides.",
    otherwise="sqrt(variance + 1e-5) in every norm, the final one included.",
)
def epsilon(draw: Draw):
    ids, model, heads = problem(draw, 1)
    for name in ("table", "positions"):
        model[name] = 2e-3 * model[name]
    for name in ("wo", "w2", "b2"):
        model["blocks"][0][name] = 1e-3 * model["blocks"][0][name]
    return [Call(ids, model, heads), Call(ids, {**model, "blocks": []}, heads)]


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    ids, model, heads = problem(draw, 2, 3, 2, dtype=torch.float64)
    grad = draw.normal(*ids.shape, len(model["table"]), dtype=torch.float64)
    return [
        Call(ids, model, heads),
        Call(ids, model, heads, grad, entry="table_gradient"),
    ]


@claim("bfloat16 comes out as bfloat16.", otherwise="Cast back what you cast.", compare=False)
def short_floats(draw: Draw):
    return Call(*problem(draw, 1, dtype=torch.bfloat16))
