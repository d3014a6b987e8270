"""What people get wrong in grouped-query attention. Each docstring is the explanation."""

import math


def _split(t, number):
    return t.unflatten(-1, (number, -1)).transpose(1, 2)


def _interleave(t, times):
    return t.repeat_interleave(times, dim=1)


def _attend(
    x,
    wq,
    wk,
    wv,
    wo,
    heads,
    kv_heads,
    mask,
    *,
    keys=_interleave,
    values=_interleave,
    scale=None,
    out=True,
):
    q, times = _split(x @ wq.mT, heads), heads // kv_heads
    k, v = keys(_split(x @ wk.mT, kv_heads), times), values(_split(x @ wv.mT, kv_heads), times)
    scores = q @ k.mT / math.sqrt(scale or q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    mixed = (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)
    return mixed @ wo.mT if out else mixed  # fmt: skip


def heads_dealt_out(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """The key heads are dealt out in turn (0, 1, 0, 1, ...), as `repeat` does it. Consecutive query heads share a group: 0, 0, 1, 1, which is `repeat_interleave`."""

    def deal(t, times):
        return t.repeat(1, times, 1, 1)

    return _attend(x, wq, wk, wv, wo, heads, kv_heads, mask, keys=deal, values=deal)


def one_group_only(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """All query heads read the first key and value head. That is multi-query attention; with G groups each group has a head of its own."""

    def first(t, times):
        return t[:, :1]

    return _attend(x, wq, wk, wv, wo, heads, kv_heads, mask, keys=first, values=first)


def scales_by_model_width(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """Scores are divided by the root of the model width. Each head is a dot product over its own width k."""
    return _attend(x, wq, wk, wv, wo, heads, kv_heads, mask, scale=x.shape[-1])


def averages_the_queries(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """The queries of a group are averaged to one. It is keys and values that are shared; every query head keeps asking its own question."""
    times = heads // kv_heads
    q = _split(x @ wq.mT, heads).unflatten(1, (kv_heads, times))
    q = q.mean(2, keepdim=True).expand_as(q).flatten(1, 2)
    k, v = (_interleave(_split(x @ w.mT, kv_heads), times) for w in (wk, wv))
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ wo.mT


def values_from_another_group(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """Keys are shared by neighbours but values are dealt out in turn, so a head reads the values of another group than its keys. Both have to be repeated in the same
    way."""
    return _attend(
        x, wq, wk, wv, wo, heads, kv_heads, mask, values=lambda t, times: t.repeat(1, times, 1, 1)
    )


def ignores_the_mask(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """The mask is not used. Where it is False the scores become -inf, before the softmax."""
    return _attend(x, wq, wk, wv, wo, heads, kv_heads, None)


def forgets_the_output_projection(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    """The heads are put side by side and returned. The output projection W_O is missing, which mixes the heads and leads back to the model width."""
    return _attend(x, wq, wk, wv, wo, heads, kv_heads, mask, out=False)
