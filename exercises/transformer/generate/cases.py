"""What is true of right `generate`. Double precision, so that rounding never decides which token wins."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def block(draw: Draw, d: int, inner: int, dtype):
    """The weights of one block, large enough for the text to matter."""
    matrices = [(name, (d, d)) for name in ("wq", "wk", "wv", "wo")]
    matrices += [("w1", (inner, d)), ("w2", (d, inner))]
    weights = {
        name: 2.0 * draw.normal(*shape, dtype=dtype, scale=shape[1] ** -0.5)
        for name, shape in matrices
    }
    for name, size in (("b1", inner), ("b2", d), ("shift1", d), ("shift2", d)):
        weights[name] = draw.normal(size, dtype=dtype, scale=0.5)
    for name in ("gain1", "gain2"):
        weights[name] = draw.uniform(d, dtype=dtype, low=0.5, high=2.0)
    return weights


def machine(draw: Draw, most: int, depth: int = 2, heads: int = 2, dtype=torch.float64):
    """A model with a context of `most` tokens, and its heads."""
    d, inner, vocabulary = 5 * heads, 9, 14
    model = {
        "table": draw.normal(vocabulary, d, dtype=dtype),
        "positions": draw.normal(most, d, dtype=dtype),
        "blocks": [block(draw, d, inner, dtype) for _ in range(depth)],
        "gain": draw.normal(d, dtype=dtype),
        "shift": draw.normal(d, dtype=dtype, scale=0.2),
    }
    return model, heads


def text(draw: Draw, batch: int, length: int) -> torch.Tensor:
    return draw.integers(0, 14, batch, length)


@claim(
    "The example of the task comes out.",
    otherwise="Four turns. From the third one on only the last two tokens are read.",
)
def example(draw: Draw):
    model = {
        "table": torch.eye(3),
        "positions": torch.tensor([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0]]),
        "blocks": [],
        "gain": -torch.ones(3),
        "shift": torch.zeros(3),
    }
    return Call(torch.tensor([[0]]), model, heads=1, new_tokens=4)


@claim(
    "One new token is the most probable one behind the last position.",
    otherwise="Of all rows of logits the last one counts, and in it the largest.",
)
def one_token(draw: Draw):
    model, heads = machine(draw, 9)
    return [Call(text(draw, 7, n), model, heads, 1) for n in (6, 4, 1)]


@claim(
    "Several new tokens follow from one another.",
    otherwise="Append each token before you ask for the next one.",
)
def several(draw: Draw):
    return [
        Call(text(draw, 3, 2), *machine(draw, 9), 6),
        Call(text(draw, 4, 3), *machine(draw, 8, 1, 3), 5),
        Call(text(draw, 4, 1), *machine(draw, 7, 0, 1), 5),
    ]


@claim(
    "The text may outgrow the context: then the last L tokens are read.",
    otherwise="Cut what the model reads, not the text. Position 0 is where the cut is.",
)
def beyond(draw: Draw):
    most = draw.integer(4, 6)
    return [
        Call(text(draw, 3, most - 1), *machine(draw, most), 7),
        Call(text(draw, 2, most), *machine(draw, most, 1), 3),
        Call(text(draw, 4, most + 3), *machine(draw, most), 3),
        Call(text(draw, 3, 2), *machine(draw, 1), 3),
    ]


@claim(
    "A full context is used to its last position.",
    otherwise="As long as the text has no more than L tokens, all of them are read.",
)
def full(draw: Draw):
    most = draw.integer(4, 7)
    return Call(text(draw, 12, most), *machine(draw, most), 1)


@claim(
    "No new tokens: the prompt comes back, and it is whole however long it is.",
    otherwise="The result always begins with the whole prompt.",
)
def nothing_new(draw: Draw):
    return [Call(text(draw, 3, n), *machine(draw, 4), 0) for n in (3, 6)]


@claim(
    "Of equal logits the smallest id wins.",
    otherwise="The first of the largest ones, in each row by itself.",
)
def ties(draw: Draw):
    width, vocabulary = 4, 9
    shift = torch.tensor([float(draw.choice((-2, -1, 1, 2))) for _ in range(width)])
    table = draw.integers(-3, 4, vocabulary, width).float()
    equal = torch.tensor(draw.sample(range(vocabulary), 3))
    table[equal] = 4.0 * shift.sign()
    positions, gain = draw.normal(6, width), torch.zeros(width)
    model = {"table": table, "positions": positions, "blocks": [], "gain": gain, "shift": shift}
    return Call(draw.integers(0, vocabulary, 2, 3), model, 1, 2)


@claim(
    "In two goes the same text comes out as in one.",
    otherwise="Nothing may be kept between turns but the text.",
)
def in_two_goes(draw: Draw):
    model, heads = machine(draw, 6)
    prompt, first = text(draw, 3, 4), draw.integer(1, 4)
    whole = yield Call(prompt, model, heads, 6)
    half = yield Call(prompt, model, heads, first)
    rest = yield Call(half, model, heads, 6 - first)
    if not torch.equal(whole, rest):
        return Broken(f"{first} tokens and then {6 - first} more are not the same as 6 at once.")
    return True


@claim(
    "Each sequence is continued as if it were alone.",
    otherwise="Choose a token for every row of the batch.",
)
def batch_apart(draw: Draw):
    model, heads = machine(draw, 7)
    prompt = text(draw, 4, 3)
    together = yield Call(prompt, model, heads, 5)
    for row in (0, 3):
        alone = yield Call(prompt[row : row + 1], model, heads, 5)
        if not torch.equal(together[row : row + 1], alone):
            return Broken(f"Sequence {row} is continued in another way without the others.")
    return True


@claim("Single precision works as well.", otherwise="Build no tensor of a fixed dtype.")
def single(draw: Draw):
    model, heads = machine(draw, 5, 1, dtype=torch.float32)
    return Call(text(draw, 2, 2), model, heads, 2)


@claim(
    "Where the stream is nearly constant, eps decides.",
    otherwise="sqrt(variance + 1e-5) in every norm, the final one included.",
)
def epsilon(draw: Draw):
    model, heads = machine(draw, 8, 1)
    model["table"], model["positions"] = 2e-3 * model["table"], 2e-3 * model["positions"]
    for name in ("wo", "w2", "b2"):
        model["blocks"][0][name] = 1e-3 * model["blocks"][0][name]
    return Call(text(draw, 40, 6), model, heads, 1)
