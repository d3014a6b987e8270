"""What people get wrong in a decoder-only model. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _attend(x, w, heads, mask):
    q, k, v = (
        (x @ w[name].mT).unflatten(-1, (heads, -1)).transpose(1, 2) for name in ("wq", "wk", "wv")
    )
    scores = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~mask, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ w["wo"].mT


def _norm(x, w, n=""):
    return F.layer_norm(x, x.shape[-1:], w[f"gain{n}"], w[f"shift{n}"])


def _network(x, w):
    return F.gelu(x @ w["w1"].mT + w["b1"]) @ w["w2"].mT + w["b2"]


def _embed(ids, model):
    return model["table"][ids] + model["positions"][: ids.shape[1]]


def _stack(x, blocks, heads, ahead=0):
    mask = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril(ahead)
    for w in blocks:
        x = x + _attend(_norm(x, w, 1), w, heads, mask)
        x = x + _network(_norm(x, w, 2), w)
    return x


def _head(x, model):
    return _norm(x, model) @ model["table"].mT


def positions_left_out(ids, model, heads):
    """The positions are not added. Nothing but the mask then tells the model in which order the tokens stand."""
    return _head(_stack(model["table"][ids], model["blocks"], heads), model)


def all_positions_added(ids, model, heads):
    """You add the whole position table. It has L rows and the batch N tokens, so that fits for full sequences only. Take the first N rows."""
    x = model["table"][ids] + model["positions"]
    return _head(_stack(x, model["blocks"], heads), model)


def last_positions_added(ids, model, heads):
    """You take the *last* N rows of the position table. The first token has position 0, however long the sequence is."""
    x = model["table"][ids] + model["positions"][-ids.shape[1] :]
    return _head(_stack(x, model["blocks"], heads), model)


def embeddings_scaled(ids, model, heads):
    """You multiply the embeddings by √d. The Transformer of 2017 does that; GPT-2 and this task add the rows as they are."""
    x = model["table"][ids] * model["table"].shape[1] ** 0.5
    x = x + model["positions"][: ids.shape[1]]
    return _head(_stack(x, model["blocks"], heads), model)


def not_causal(ids, model, heads):
    """There is no causal mask. Every token sees those behind it, so the model can look the answer up: its training loss falls quickly, and it cannot write."""
    length = ids.shape[1]
    return _head(_stack(_embed(ids, model), model["blocks"], heads, length), model)


def sees_one_ahead(ids, model, heads):
    """The triangle is shifted by one: each token also sees the next one, which is just what it should predict. The diagonal is the last that is allowed."""
    return _head(_stack(_embed(ids, model), model["blocks"], heads, 1), model)


def no_final_norm(ids, model, heads):
    """The final norm is missing. In a pre-norm model nothing has normalised the stream itself, and it grows from block to block. Normalise once before the
    head."""
    return _stack(_embed(ids, model), model["blocks"], heads) @ model["table"].mT


def post_norm_blocks(ids, model, heads):
    """Your blocks are post-norm, as in 2017. This model is pre-norm: each sub-layer reads a normalised copy, and adds to the stream itself."""
    x = _embed(ids, model)
    mask = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()
    for w in model["blocks"]:
        x = _norm(x + _attend(x, w, heads, mask), w, 1)
        x = _norm(x + _network(x, w), w, 2)
    return _head(x, model)


def one_block_repeated(ids, model, heads):
    """Every round uses the first block's weights. Blocks look alike, but each has its own parameters."""
    blocks = model["blocks"]
    return _head(_stack(_embed(ids, model), blocks[:1] * len(blocks), heads), model)


def softmax_at_the_end(ids, model, heads):
    """You return probabilities. The loss applies its own softmax, and sampling divides logits by the temperature: return the logits."""
    return _head(_stack(_embed(ids, model), model["blocks"], heads), model).softmax(-1)


def head_without_gradient(ids, model, heads):
    """The logits are right, but the head uses a detached copy of the table. Then the table learns from the lookup only. Tied means one tensor, used
    twice."""
    x = _stack(_embed(ids, model), model["blocks"], heads)
    return _norm(x, model) @ model["table"].detach().mT


def lookup_without_gradient(ids, model, heads):
    """The logits are right, but the lookup uses a detached copy of the table. Then the embeddings learn from the head only. Index the table itself."""
    x = model["table"].detach()[ids] + model["positions"][: ids.shape[1]]
    return _head(_stack(x, model["blocks"], heads), model)


def keeps_one_of_repeated(ids, model, heads, grad):
    """You put the lookup's gradients into the rows of the table by assigning with an index. Where a token occurs several times, only one of its gradients stays.
    They have to be added up."""
    rows = model["table"][ids].requires_grad_()
    x = rows + model["positions"][: ids.shape[1]]
    final = _norm(_stack(x, model["blocks"], heads), model)
    (through,) = torch.autograd.grad(final, rows, grad @ model["table"])
    total = torch.einsum("bnv,bnd->vd", grad, final.detach())
    total[ids.flatten()] += through.flatten(0, 1)
    return total


def arriving_gradient_ignored(ids, model, heads, grad):
    """You differentiate the sum of the logits, as if a gradient of 1 arrived at each of them. Multiply by `grad`, or pass it to autograd."""
    table = model["table"].clone().requires_grad_()
    copy = {**model, "table": table}
    logits = _head(_stack(_embed(ids, copy), model["blocks"], heads), copy)
    return torch.autograd.grad(logits.sum(), table)[0]
