"""What people get wrong in greedy generation. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _norm(x, w, n=""):
    return F.layer_norm(x, x.shape[-1:], w[f"gain{n}"], w[f"shift{n}"])


def _logits(ids, model, heads):
    mask = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).tril()
    x = model["table"][ids] + model["positions"][: ids.shape[1]]
    for w in model["blocks"]:
        y = _norm(x, w, 1)
        q, k, v = (
            (y @ w[m].mT).unflatten(-1, (heads, -1)).transpose(1, 2) for m in ("wq", "wk", "wv")
        )
        scores = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~mask, -torch.inf)
        x = x + (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ w["wo"].mT
        x = x + F.gelu(_norm(x, w, 2) @ w["w1"].mT + w["b1"]) @ w["w2"].mT + w["b2"]
    return _norm(x, model) @ model["table"].mT


def _window(ids, model):
    return ids[:, -len(model["positions"]) :]


def _write(prompt, model, heads, new_tokens, read=_window, choose=None):
    ids = prompt
    for _ in range(new_tokens):
        logits = _logits(read(ids, model), model, heads)
        new = logits[:, -1].argmax(-1, keepdim=True) if choose is None else choose(logits)
        ids = torch.cat([ids, new], 1)
    return ids


def first_position(prompt, model, heads, new_tokens):
    """You take the logits of the *first* position. These predict the second token of the text. What follows the text stands at the last position."""
    return _write(
        prompt, model, heads, new_tokens, choose=lambda z: z[:, 0].argmax(-1, keepdim=True)
    )


def mean_over_positions(prompt, model, heads, new_tokens):
    """You average the logits over all positions. Each position predicts another token; only the last one predicts the one behind the text."""
    return _write(
        prompt, model, heads, new_tokens, choose=lambda z: z.mean(1).argmax(-1, keepdim=True)
    )


def text_never_grows(prompt, model, heads, new_tokens):
    """Every turn reads the prompt alone, so every turn gives the same token. Append the new token, and read the longer text."""
    size = prompt.shape[1]
    return _write(
        prompt, model, heads, new_tokens, read=lambda ids, model: _window(ids[:, :size], model)
    )


def newest_token_only(prompt, model, heads, new_tokens):
    """Each turn reads the newest token alone, as if it stood at position 0. Without a cache of keys and values the model then knows nothing of the text
    before it."""
    return _write(prompt, model, heads, new_tokens, read=lambda ids, model: ids[:, -1:])


def never_cut(prompt, model, heads, new_tokens):
    """The whole text is read, however long it is. Beyond the last row of the position table that fails. Read the last L tokens."""
    return _write(prompt, model, heads, new_tokens, read=lambda ids, model: ids)


def keeps_the_first_window(prompt, model, heads, new_tokens):
    """When the text outgrows the context you keep its *first* L tokens. Then the newest ones are never read, and the same token comes again and again. Keep the
    last L."""
    return _write(
        prompt,
        model,
        heads,
        new_tokens,
        read=lambda ids, model: ids[:, : len(model["positions"])],
    )


def cut_one_too_short(prompt, model, heads, new_tokens):
    """You read L - 1 tokens at most, as if the new one needed a place too. Nothing is computed for the new token in this turn: all L positions are for the
    text."""

    def read(ids, model):
        return ids[:, -max(len(model["positions"]) - 1, 1) :]

    return _write(prompt, model, heads, new_tokens, read=read)


def stops_when_full(prompt, model, heads, new_tokens):
    """You stop when the text fills the context. Writing goes on: the model then reads the last L tokens."""
    most = len(model["positions"])
    return _write(prompt, model, heads, max(min(new_tokens, most - prompt.shape[1]), 0))


def cuts_the_result(prompt, model, heads, new_tokens):
    """You cut the text itself, so the beginning is missing in the result. Cut only what the model reads, and keep the rest."""
    ids = prompt
    for _ in range(new_tokens):
        ids = _window(ids, model)
        ids = torch.cat([ids, _logits(ids, model, heads)[:, -1].argmax(-1, keepdim=True)], 1)
    return ids


def new_tokens_alone(prompt, model, heads, new_tokens):
    """You return the new tokens without the prompt. The result begins with the prompt."""
    return _write(prompt, model, heads, new_tokens)[:, prompt.shape[1] :]


def last_of_equals(prompt, model, heads, new_tokens):
    """Of equal logits you take the last one, as a search with >= does. The smallest id should win: replace the best only by a larger logit."""

    def choose(logits):
        last = logits[:, -1]
        return last.shape[-1] - 1 - last.flip(-1).argmax(-1, keepdim=True)

    return _write(prompt, model, heads, new_tokens, choose=choose)


def one_token_for_all(prompt, model, heads, new_tokens):
    """You look for the largest logit in the whole batch, and append the same token to every sequence. Each row has a maximum of its own: `argmax(-1)`."""

    def choose(logits):
        last = logits[:, -1]
        return (last.argmax() % last.shape[-1]).expand(len(last), 1)

    return _write(prompt, model, heads, new_tokens, choose=choose)
