"""What people get wrong in an embedding. Each docstring is the explanation."""

import torch


def _checked(ids, table):
    if ids.numel() and not 0 <= int(ids.min()) <= int(ids.max()) < len(table):
        raise IndexError("outside")


def indexes_columns(ids, table):
    """You index the second dimension, `table[:, ids]`. That picks the same features of *every* token. The rows are the
    tokens: index the first dimension."""
    _checked(ids, table)
    return table[:, ids.clamp(max=table.shape[1] - 1)]


def wraps_negative_ids(ids, table):
    """A negative id gives a row from the end instead of an error: Python's indexing counts -1 from the back. A padding id of -1
    would silently become the last token."""
    if ids.numel() and int(ids.max()) >= len(table):
        raise IndexError("outside")
    return table[ids]


def scales_by_root_d(ids, table):
    """The rows are multiplied by √d. The 2017 model does that as a step of its own; the lookup asked for here returns the rows
    as they are."""
    _checked(ids, table)
    return table[ids] * table.shape[1] ** 0.5


def keeps_one_of_repeated(ids, grad, vocabulary):
    """A token that occurs several times gets the gradient of only one of its places: `g[ids] += grad` writes each row once.
    `index_add_` adds them all."""
    total = torch.zeros(vocabulary, grad.shape[-1], dtype=grad.dtype)
    total[ids.reshape(-1)] = grad.reshape(-1, grad.shape[-1])
    return total


def averages_repeated(ids, grad, vocabulary):
    """The gradients of a repeated token are averaged. The row took part in every place, so by the chain rule its gradients add up."""
    flat = ids.reshape(-1)
    total = torch.zeros(vocabulary, grad.shape[-1], dtype=grad.dtype)
    total = total.index_add(0, flat, grad.reshape(-1, grad.shape[-1]))
    return total / torch.bincount(flat, minlength=vocabulary).clamp(min=1)[:, None]


def counts_instead_of_adding(ids, grad, vocabulary):
    """Each row holds how often its token occurred, not the gradient that arrived there. Add `grad` at each place, not 1."""
    counts = torch.bincount(ids.reshape(-1), minlength=vocabulary).to(grad.dtype)
    return counts[:, None].expand(vocabulary, grad.shape[-1]).clone()
