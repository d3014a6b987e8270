"""What people get wrong in an encoder with padding. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _real(lengths, size):
    return torch.arange(size) < lengths[:, None]


def _attend(x, w, heads, mask):
    q, k, v = (
        (x @ w[name].mT).unflatten(-1, (heads, -1)).transpose(1, 2) for name in ("wq", "wk", "wv")
    )
    scores = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~mask, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ w["wo"].mT


def _network(x, w):
    return F.gelu(x @ w["w1"].mT + w["b1"]) @ w["w2"].mT + w["b2"]


def _norm(x, w, n):
    return F.layer_norm(x, x.shape[-1:], w[f"gain{n}"], w[f"shift{n}"])


def _block(x, w, heads, mask):
    x = _norm(x + _attend(x, w, heads, mask), w, 1)
    return _norm(x + _network(x, w), w, 2)


def _zeroed(x, lengths):
    return x * _real(lengths, x.shape[1])[..., None]


def _keys(lengths, size):
    return _real(lengths, size)[:, None, None, :]


def padding_seen(x, blocks, heads, lengths):
    """No mask is made of the lengths: real tokens attend to padding as if it were text. Zeros in the result do not undo that."""
    everything = torch.ones(1, dtype=torch.bool)
    for w in blocks:
        x = _block(x, w, heads, everything)
    return _zeroed(x, lengths)


def mask_in_the_first_block_only(x, blocks, heads, lengths):
    """Only the first block gets the mask. Padded rows become ordinary vectors there, and the later blocks read them. Every block needs it."""
    mask = _keys(lengths, x.shape[1])
    for w in blocks:
        x = _block(x, w, heads, mask)
        mask = torch.ones(1, dtype=torch.bool)
    return _zeroed(x, lengths)


def queries_hidden(x, blocks, heads, lengths):
    """Your mask hides the *queries* of the padding, not its keys: it stands along the rows of the scores. Real tokens still see the padding, and a padded
    row is left with no key at all, whose softmax is nan. Hide keys, along the last dimension."""
    mask = _real(lengths, x.shape[1])[:, None, :, None]
    for w in blocks:
        x = _block(x, w, heads, mask)
    return x.masked_fill(~_real(lengths, x.shape[1])[..., None], 0.0)


def zeros_instead_of_a_mask(x, blocks, heads, lengths):
    """You put zeros into the padded rows instead of masking. A key of zeros has the score 0, and e^0 is 1: it still takes its share of the attention.
    The score has to be -inf."""
    everything = torch.ones(1, dtype=torch.bool)
    for w in blocks:
        x = _block(_zeroed(x, lengths), w, heads, everything)
    return _zeroed(x, lengths)


def causal_as_well(x, blocks, heads, lengths):
    """There is a causal triangle in your mask. An encoder is finished text that is read in both directions; only padding is hidden."""
    size = x.shape[1]
    mask = _keys(lengths, size) & torch.ones(size, size, dtype=torch.bool).tril()
    for w in blocks:
        x = _block(x, w, heads, mask)
    return _zeroed(x, lengths)


def padded_rows_left(x, blocks, heads, lengths):
    """The rows of padding hold what the blocks made of them. These numbers mean nothing, so the task wants 0 there."""
    mask = _keys(lengths, x.shape[1])
    for w in blocks:
        x = _block(x, w, heads, mask)
    return x.clone()


def pre_norm_blocks(x, blocks, heads, lengths):
    """Your blocks are pre-norm. The encoders of 2017 and BERT, and this task, normalise the sum of the stream and the sub-layer."""
    mask = _keys(lengths, x.shape[1])
    for w in blocks:
        x = x + _attend(_norm(x, w, 1), w, heads, mask)
        x = x + _network(_norm(x, w, 2), w)
    return _zeroed(x, lengths)


def one_block_repeated(x, blocks, heads, lengths):
    """Every round uses the weights of the first block. Blocks have the same form, but each has its own parameters."""
    mask = _keys(lengths, x.shape[1])
    for _ in blocks:
        x = _block(x, blocks[0], heads, mask)
    return _zeroed(x, lengths)


def true_where_padded(lengths, size):
    """Your mask is True for padding. Here, as in all exercises, True means *may attend*, so it stands at the real tokens."""
    return ~_keys(lengths, size)


def one_too_many(lengths, size):
    """The position that equals the length counts as real. Positions begin with 0, so a sequence of 3 tokens has the positions 0, 1 and 2: compare with
    `<`."""
    return (torch.arange(size) <= lengths[:, None])[:, None, None, :]
