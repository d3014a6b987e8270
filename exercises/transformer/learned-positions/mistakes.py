"""What people get wrong with learned positions. Each docstring is the explanation."""

import torch


def _checked(x, table, start):
    if start + x.shape[1] > len(table):
        raise ValueError("behind the table")


def starts_at_zero(x, table, start=0):
    """The rows begin at 0 whatever `start` says. With a cache the new token is not at position 0, and the model would see every token at the beginning."""
    _checked(x, table, start)
    return x + table[: x.shape[1]]


def wraps_round(x, table, start=0):
    """Behind the end you begin at row 0 again. Then two places have the same row and nobody notices; raise ValueError."""
    at = torch.arange(start, start + x.shape[1]) % len(table)
    return x + table[at]


def reuses_the_last_row(x, table, start=0):
    """Behind the end you use the last row again. The model was never trained with it there; raise ValueError."""
    at = torch.arange(start, start + x.shape[1]).clamp(max=len(table) - 1)
    return x + table[at]


def multiplies(x, table, start=0):
    """The rows are multiplied in. They are added."""
    _checked(x, table, start)
    return x * table[start : start + x.shape[1]]


def one_row_for_all(x, table, start=0):
    """All tokens get the row of the first position, so they cannot be told apart by place."""
    _checked(x, table, start)
    return x + table[start]


def averages_over_the_batch(grad, length, start=0):
    """The gradient is averaged over the batch. The row was used once in every sequence, and gradients of several uses add up; a mean belongs into the loss."""
    total = grad.new_zeros(length, grad.shape[2])
    total[start : start + grad.shape[1]] = grad.mean(dim=0)
    return total


def gradient_starts_at_zero(grad, length, start=0):
    """The gradient goes to the first rows whatever `start` says. It belongs to the rows that were added."""
    total = grad.new_zeros(length, grad.shape[2])
    total[: grad.shape[1]] = grad.sum(dim=0)
    return total


def only_used_rows(grad, length, start=0):
    """Only the rows that were used come back. The gradient has the shape of the table; unused rows are 0."""
    return grad.sum(dim=0)
