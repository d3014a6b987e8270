"""What people get wrong in cross-attention. Each docstring is the explanation."""

import math

import torch


def _attend(q, k, v, wo, heads, allowed, *, dim=-1, scale=True):
    def split(t):
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)

    q, k, v = split(q), split(k), split(v)
    scores = q @ k.mT / (math.sqrt(q.shape[-1]) if scale else 1.0)
    if allowed is not None:
        scores = scores.masked_fill(~allowed, -math.inf)
    return (scores.softmax(dim) @ v).transpose(1, 2).flatten(2) @ wo.mT


def _wide(mask):
    return None if mask is None else mask[:, None, None, :]


def values_from_the_target(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The values come from the target sequence. Then nothing of the source but the weights reaches the result; keys *and* values belong to the source."""
    short = x[:, : source.shape[1], : source.shape[2]]
    pad = source.shape[1] - short.shape[1], source.shape[2] - short.shape[2]
    values = torch.nn.functional.pad(short, (0, pad[1], 0, pad[0]))
    return _attend(x @ wq.mT, source @ wk.mT, values @ wv.mT, wo, heads, _wide(source_mask))


def roles_exchanged(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The source asks and the target answers. The result must have one vector per *target* position: queries come from x."""
    return _attend(source @ wk.mT, x @ wq.mT, x @ wq.mT, wo, heads, None)


def causal_mask_added(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """A causal mask hides source positions behind the target position. The source is complete before the first target token is written, so everything in it may be read."""
    t, s = x.shape[1], source.shape[1]
    allowed = torch.ones(t, s, dtype=torch.bool).tril()
    if source_mask is not None:
        allowed = allowed & _wide(source_mask)
    return _attend(x @ wq.mT, source @ wk.mT, source @ wv.mT, wo, heads, allowed)


def ignores_the_mask(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The mask is not used, so padding gets weight and changes the result."""
    return _attend(x @ wq.mT, source @ wk.mT, source @ wv.mT, wo, heads, None)


def mask_turned_round(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The mask is used the wrong way round: True marks *real* tokens here, and the others become -inf. (`nn.MultiheadAttention` has the opposite convention.)"""
    allowed = None if source_mask is None else ~_wide(source_mask)
    return _attend(x @ wq.mT, source @ wk.mT, source @ wv.mT, wo, heads, allowed)


def softmax_over_queries(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The softmax runs over the target positions. For every target position the weights of the *source* positions have to add up to 1: the last dimension."""
    allowed = _wide(source_mask)
    return _attend(x @ wq.mT, source @ wk.mT, source @ wv.mT, wo, heads, allowed, dim=-2)


def not_scaled(x, source, wq, wk, wv, wo, heads, source_mask=None):
    """The scores are not divided by the root of the head width."""
    allowed = _wide(source_mask)
    return _attend(x @ wq.mT, source @ wk.mT, source @ wv.mT, wo, heads, allowed, scale=False)
