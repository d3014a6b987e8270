"""What people really get wrong in attention. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _attend(q, k, v, mask, *, scale=None, softmax=lambda scores: scores.softmax(-1)):
    scale = math.sqrt(q.shape[-1]) if scale is None else scale
    scores = q @ k.transpose(-2, -1) / scale
    if mask is None:
        return softmax(scores) @ v
    blocked = ~mask.any(-1, keepdim=True)
    scores = scores.masked_fill(~(mask | blocked), float("-inf"))
    return softmax(scores).masked_fill(blocked, 0.0) @ v


def without_scale(q, k, v, mask=None):
    """The scores are not divided by the square root of d_k. For wide heads they are then large,
    the softmax puts nearly all weight on one key, and its gradients become tiny."""
    return _attend(q, k, v, mask, scale=1.0)


def scaled_by_d(q, k, v, mask=None):
    """The scores are divided by d_k instead of its square root. The *variance* of a dot product
    is d_k; its typical size is the root of that. Divided by all of d_k the scores are too small,
    and attention becomes too even."""
    return _attend(q, k, v, mask, scale=q.shape[-1])


def scaled_by_value_width(q, k, v, mask=None):
    """The scale comes from the width of the values. It must come from the width of queries and
    keys, `q.shape[-1]`: those are the vectors whose dot product is taken."""
    return _attend(q, k, v, mask, scale=math.sqrt(v.shape[-1]))


def scaled_by_length(q, k, v, mask=None):
    """The scale is the square root of a sequence length, `k.shape[-2]`. What makes dot products
    large is the number of terms in each of them, the width `q.shape[-1]`, not the number of
    keys."""
    return _attend(q, k, v, mask, scale=math.sqrt(k.shape[-2]))


def scaled_after_softmax(q, k, v, mask=None):
    """The division by the square root of d_k comes after the softmax. There it only makes the
    whole output smaller; it belongs to the scores, where it keeps the softmax from saturating."""
    return _attend(q, k, v, mask, scale=1.0) / math.sqrt(q.shape[-1])


def softmax_over_queries(q, k, v, mask=None):
    """The softmax runs over the queries (dim -2), so columns sum to 1 instead of rows. Each query
    must share out one unit of weight over the *keys*, which are the last dimension of the
    scores."""
    return _attend(q, k, v, mask, softmax=lambda scores: scores.softmax(-2))


def mask_multiplies_scores(q, k, v, mask=None):
    """The forbidden scores are multiplied by 0. A score of 0 still gets weight, because e to the
    0 is 1: only a score of minus infinity gets none."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    scores = scores if mask is None else scores * mask
    return scores.softmax(-1) @ v


def mask_after_softmax(q, k, v, mask=None):
    """The mask is applied to the weights, after the softmax. Then the forbidden scores have
    already taken their share, and what is left of each row no longer sums to 1. Mask the scores
    before."""
    weights = (q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])).softmax(-1)
    weights = weights if mask is None else weights * mask
    return weights @ v


def mask_inverted(q, k, v, mask=None):
    """The mask is read the wrong way round: your code blocks where it is True. Here, as in
    PyTorch's function of this name, True means *may attend* (in `nn.MultiheadAttention` it means
    blocked)."""
    return _attend(q, k, v, None if mask is None else ~mask)


def mask_ignored(q, k, v, mask=None):
    """The mask has no effect at all: the result is that of attention without a mask.
    `masked_fill` returns a new tensor; check that its result is used."""
    return _attend(q, k, v, None)


def nan_in_blocked_rows(q, k, v, mask=None):
    """Queries that may attend to nothing give nan. Their scores are minus infinity everywhere,
    and the softmax divides 0 by 0. The task asks for a row of zeros there."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    scores = scores if mask is None else scores.masked_fill(~mask, float("-inf"))
    return scores.softmax(-1) @ v


def even_in_blocked_rows(q, k, v, mask=None):
    """Queries that may attend to nothing get the mean of all values. That is what a large
    negative number in place of minus infinity does: in such a row all scores are equal, so it
    spreads evenly over exactly what it must not see. The task asks for zeros there."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    scores = scores if mask is None else scores.masked_fill(~mask, -1e9)
    return scores.softmax(-1) @ v


def exponentials_overflow(q, k, v, mask=None):
    """The softmax exponentiates the scores as they are. For large scores the exponential
    overflows to infinity, and infinity over infinity is nan. Subtract each row's maximum first,
    or use `softmax`."""
    return _attend(q, k, v, mask, softmax=lambda s: s.exp() / s.exp().sum(-1, keepdim=True))


def one_maximum_for_all(q, k, v, mask=None):
    """The softmax subtracts the maximum of the *whole* score tensor. A row that lies far below it
    underflows to zeros and becomes 0/0. Each row needs its own maximum."""

    def softmax(scores):
        e = (scores - scores.max()).exp()
        return e / e.sum(-1, keepdim=True)

    return _attend(q, k, v, mask, softmax=softmax)


def weights_detached(q, k, v, mask=None):
    """The values are right, but no gradient passes through the weights: a `detach()`, `.data` or
    `no_grad()` cuts queries and keys off, so W_Q and W_K would never learn."""
    return _attend(q, k, v, mask, softmax=lambda scores: scores.softmax(-1).detach())


def scales_query_in_place(q, k, v, mask=None):
    """The result is right, but `q` is changed: an operation in place (`q /= ...`, `q.div_(...)`)
    overwrites the caller's tensor. Make a new one."""
    with torch.no_grad():
        q /= math.sqrt(q.shape[-1])
    return _attend(q, k, v, mask, scale=1.0)


def calls_the_library(q, k, v, mask=None):
    """The library's own attention does the work. It is right, but this exercise is about writing
    what is inside it: scores, scale, mask, softmax, values."""
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
