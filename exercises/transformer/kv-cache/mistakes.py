"""What people get wrong with a cache. Each docstring is the explanation."""

import math

import torch


def _run(x, wq, wk, wv, cache, *, order="old first", mask="right", keep="all"):
    q, k, v = x @ wq.mT, x @ wk.mT, x @ wv.mT
    new_k, new_v = k, v
    if cache is not None and order != "none":
        parts = [(cache[0], k), (cache[1], v)]
        parts = [pair[::-1] for pair in parts] if order == "new first" else parts
        k, v = (torch.cat(pair, dim=1) for pair in parts)
    s, n = q.shape[1], k.shape[1]
    first = {"right": n - s, "top": 0, "none": n}[mask]
    allowed = torch.arange(n) <= torch.arange(first, first + s)[:, None]
    scores = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~allowed, -torch.inf)
    return scores.softmax(-1) @ v, (k, v) if keep == "all" else (new_k, new_v)


def forgets_the_old(x, wq, wk, wv, cache=None):
    """The cache is not used: new tokens see only each other. Put the old keys and values in front of the new ones."""
    return _run(x, wq, wk, wv, cache, order="none")


def new_before_old(x, wq, wk, wv, cache=None):
    """New keys stand in front of the old ones. The order of the text is lost, and the causal mask hides the wrong ones. Old first, then new."""
    return _run(x, wq, wk, wv, cache, order="new first")


def no_mask_among_the_new(x, wq, wk, wv, cache=None):
    """New tokens see each other in full, the later ones included. With one new token per step that goes unnoticed; with several (a prompt) the future
    leaks."""
    return _run(x, wq, wk, wv, cache, mask="none")


def triangle_at_the_top(x, wq, wk, wv, cache=None):
    """The causal triangle begins at the top left, so the first new token sees only the first key. The new tokens are the *last* positions: the triangle ends at the
    bottom right."""
    return _run(x, wq, wk, wv, cache, mask="top")


def caches_the_inputs(x, wq, wk, wv, cache=None):
    """The output is right, but the cache holds the keys twice, and no values. The next step needs both projections of all tokens."""
    output, (k, _) = _run(x, wq, wk, wv, cache)
    return output, (k, k)


def returns_the_new_only(x, wq, wk, wv, cache=None):
    """The returned cache holds the new tokens only. The next step then forgets everything before. Return old and new together."""
    return _run(x, wq, wk, wv, cache, keep="new")
