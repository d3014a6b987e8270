"""What people get wrong in a causal mask. Each docstring is the explanation."""

import torch


def _mask(queries, keys):
    return torch.arange(keys) <= torch.arange(keys - queries, keys)[:, None]


def strictly_before(queries, keys):
    """A token may not see itself: you compare with `<`. The first row is then empty, and its softmax nan. The diagonal belongs to
    the mask."""
    return torch.arange(keys) < torch.arange(keys - queries, keys)[:, None]


def future_only(queries, keys):
    """Each token sees only itself and the *future*: the triangle is the upper one. `tril`, not `triu`."""
    return torch.arange(keys) >= torch.arange(keys - queries, keys)[:, None]


def aligned_at_the_top(queries, keys):
    """The triangle begins at the top left, so the first query sees one key. With fewer queries than keys the queries are the last
    positions: the triangle has to end at the bottom right."""
    return torch.ones(queries, keys).tril().bool()


def true_means_blocked(queries, keys):
    """True and False are exchanged. Here True means "may attend", as in `scaled_dot_product_attention`; in `nn.MultiheadAttention` it
    means "blocked"."""
    return ~_mask(queries, keys)


def numbers_instead_of_bool(queries, keys):
    """The mask holds 0 and -inf, to be added to the scores. That is another convention; the task asks for True and False."""
    return torch.zeros(queries, keys).masked_fill(~_mask(queries, keys), float("-inf"))
