"""What people get wrong in multi-head attention. Each docstring is the explanation."""

import math


def _split(t, heads):
    return t.unflatten(-1, (heads, -1)).transpose(1, 2)


def _attend(q, k, v, mask, width=None):
    scores = q @ k.mT / math.sqrt(width or q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return scores.softmax(-1) @ v


def _merge(t):
    return t.transpose(1, 2).flatten(2)


def splits_by_reshape(x, wq, wk, wv, wo, heads, mask=None):
    """You reshape straight to (B, H, T, d/H). The shape is right, but the numbers of one head then come from several tokens. View as
    (B, T, H, d/H) first, and then swap T and H."""
    b, t, d = x.shape
    q, k, v = ((x @ w.mT).reshape(b, heads, t, d // heads) for w in (wq, wk, wv))
    return _merge(_attend(q, k, v, mask)) @ wo.mT


def merges_without_swapping(x, wq, wk, wv, wo, heads, mask=None):
    """Heads are merged by reshaping (B, H, T, d/H) directly. The heads stand one behind the other then, not side by side for each
    token. Swap H and T back first."""
    q, k, v = (_split(x @ w.mT, heads) for w in (wq, wk, wv))
    return _attend(q, k, v, mask).reshape(x.shape) @ wo.mT


def scales_by_model_width(x, wq, wk, wv, wo, heads, mask=None):
    """Scores are divided by the root of the model width. A score sums only over one head's width, so its root is what keeps the
    variance at 1."""
    q, k, v = (_split(x @ w.mT, heads) for w in (wq, wk, wv))
    return _merge(_attend(q, k, v, mask, x.shape[-1])) @ wo.mT


def forgets_the_output_projection(x, wq, wk, wv, wo, heads, mask=None):
    """The output projection is missing. Without W_O the heads stay in fixed slots of the result and are never mixed."""
    q, k, v = (_split(x @ w.mT, heads) for w in (wq, wk, wv))
    return _merge(_attend(q, k, v, mask))


def ignores_the_mask(x, wq, wk, wv, wo, heads, mask=None):
    """The mask is not used: every token attends to every other one, the future and the padding included."""
    q, k, v = (_split(x @ w.mT, heads) for w in (wq, wk, wv))
    return _merge(_attend(q, k, v, None)) @ wo.mT


def masks_after_softmax(x, wq, wk, wv, wo, heads, mask=None):
    """Weights are set to 0 *after* the softmax. The rest of a row then no longer adds up to 1. Set the scores to -inf before."""
    q, k, v = (_split(x @ w.mT, heads) for w in (wq, wk, wv))
    weights = (q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1)
    weights = weights if mask is None else weights * mask
    return _merge(weights @ v) @ wo.mT


def weights_not_transposed(x, wq, wk, wv, wo, heads, mask=None):
    """You multiply `x @ w`. Weights are stored as (out, in), so it is `x @ w.T`. With square weights nothing fails, and everything is
    wrong."""
    q, k, v = (_split(x @ w, heads) for w in (wq, wk, wv))
    return _merge(_attend(q, k, v, mask)) @ wo
