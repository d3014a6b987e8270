"""What is true of right `language_model_loss`, `tied_logits` and `next_token_pairs`."""

import math

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, dtype=torch.float32, scale: float = 1.0):
    """h (B, T, d), table (V, d), ids (B, T); all sizes differ, and no token follows itself."""
    batch, length, width, vocabulary = draw.distinct(4, 3, 9)
    steps = draw.integers(1, vocabulary, batch, length)
    h = draw.normal(batch, length, width, dtype=dtype, scale=scale)
    return h, draw.normal(vocabulary, width, dtype=dtype), steps.cumsum(1) % vocabulary


@claim(
    "The examples of the task come out.",
    otherwise="Two positions count: the third one has no next token.",
)
def example(draw: Draw):
    table = torch.tensor([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
    h = torch.tensor([[[2.0, 1.0], [0.0, 0.0], [7.0, 7.0]]])
    return [
        Call(h[0, 0], table, entry="tied_logits"),
        Call(torch.tensor([[5, 6, 7]]), entry="next_token_pairs"),
        Call(h, table, torch.tensor([[0, 2, 1]])),
    ]


@claim(
    "A logit is the dot product of a hidden state and a token's row.",
    otherwise="One matrix product with the transposed table, nothing else.",
)
def logits(draw: Draw):
    width, vocabulary = draw.distinct(2, 5, 9)
    table = draw.normal(vocabulary, width)
    leads = (), (4,), (2, 3), (2, 0)
    return [Call(draw.normal(*lead, width), table, entry="tied_logits") for lead in leads]


@claim(
    "The gradients of the logits reach hidden states and table.",
    otherwise="The table is used by every position, so its gradient is a sum over them.",
)
def logit_gradients(draw: Draw):
    h, table, _ = problem(draw)
    upstream = draw.normal(*h.shape[:2], len(table))
    return Call(h, table, entry="tied_logits", wrt=(0, 1), upstream=upstream)


@claim(
    "Each token is paired with the one behind it, along the last dimension.",
    otherwise="Inputs lose the last token, targets the first. The rest stays in order.",
)
def pairs(draw: Draw):
    shapes = (6,), (3, 5), (2, 3, 4), (4, 2)
    return [Call(draw.integers(0, 50, *shape), entry="next_token_pairs") for shape in shapes]


@claim(
    "A single token makes no pair.",
    otherwise="Both results are empty along the last dimension; the others stay.",
)
def no_pair(draw: Draw):
    return [
        Call(draw.integers(0, 9, 1), entry="next_token_pairs"),
        Call(draw.integers(0, 9, 3, 1), entry="next_token_pairs"),
    ]


@claim(
    "The loss is the mean cost of the next tokens.",
    otherwise="Logits at position t, target at position t + 1; the mean over batch and positions.",
)
def loss(draw: Draw):
    h, table, ids = problem(draw)
    return [Call(h, table, ids), Call(h[:, :2], table, ids[:, :2]), Call(*problem(draw))]


@claim(
    "The gradients of the loss are right for hidden states and table.",
    otherwise="The last position gets a gradient of 0, and the table one from all others.",
)
def loss_gradients(draw: Draw):
    return Call(*problem(draw), wrt=(0, 1), upstream=draw.normal(1)[0])


@claim(
    "Logits of thousands give a finite loss.",
    otherwise="Go from logits to log-probabilities in one step.",
)
def extreme(draw: Draw):
    return Call(*problem(draw, scale=2000.0))


@claim(
    "The last hidden state plays no part, and neither does the first token as a target.",
    otherwise="There are T - 1 pairs: nothing wraps round.",
)
def ends(draw: Draw):
    h, table, ids = problem(draw)
    other, first = h.clone(), ids.clone()
    other[:, -1] += draw.normal(h.shape[-1])
    first[:, 0] = (first[:, 0] + 1) % len(table)
    before = yield Call(h, table, ids)
    if not torch.allclose((yield Call(other, table, ids)), before):
        return Broken("With another hidden state at the last position the loss is another one.")
    if not torch.allclose((yield Call(h, table, first)), before):
        return Broken(
            "With another first token (and the same hidden states) the loss is another one."
        )
    return True


@claim(
    "A model that knows nothing pays the logarithm of the vocabulary.",
    otherwise="Hidden states of 0 make all logits equal. The logarithm is the natural one.",
)
def uniform(draw: Draw):
    h, table, ids = problem(draw)
    found = yield Call(torch.zeros_like(h), table, ids)
    if not math.isclose(float(found), math.log(len(table)), rel_tol=1e-4):
        right = math.log(len(table))
        return Broken(f"{float(found):.4f} instead of ln {len(table)} = {right:.4f}.")
    return True


@claim(
    "The dtype is kept, and tensors that are not contiguous work.",
    otherwise="No view, and no tensor of a fixed dtype.",
)
def kinds(draw: Draw):
    h, table, ids = problem(draw, dtype=torch.float64)
    turned = h.transpose(0, 1).contiguous().transpose(0, 1)
    return [
        Call(turned, table.mT.contiguous().mT, ids.mT.contiguous().mT),
        Call(h, table, entry="tied_logits"),
    ]


@claim("bfloat16 comes out as bfloat16.", otherwise="Cast back what you cast.", compare=False)
def short_floats(draw: Draw):
    h, table, ids = problem(draw, dtype=torch.bfloat16)
    return [Call(h, table, ids), Call(h, table, entry="tied_logits")]
