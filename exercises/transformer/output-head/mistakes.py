"""What people get wrong in the output head and the loss. Each docstring is the explanation."""

import math

import torch.nn.functional as F


def _mean_cost(logits, targets):
    return F.cross_entropy(logits.flatten(0, -2), targets.flatten())


def no_shift(h, table, ids):
    """The target of each position is its own token, which the model has just read. Copying solves that, and the loss falls to almost 0. The target is the
    token *behind* it."""
    return _mean_cost(h @ table.mT, ids)


def shifted_twice(h, table, ids):
    """The targets are shifted by two: each position has to guess the token after the next one. Shift once, either before the loss or in it."""
    return _mean_cost(h[:, :-2] @ table.mT, ids[:, 2:])


def previous_token(h, table, ids):
    """You shift the wrong way: each position has to name the token *before* it, which the model has already seen. Drop the last hidden state and the first
    id, not the other way round."""
    return _mean_cost(h[:, 1:] @ table.mT, ids[:, :-1])


def first_token_behind_the_last(h, table, ids):
    """Rolling the ids makes the first token the target of the last position. Nothing follows the last token, so that position has no target and does not
    count."""
    return _mean_cost(h @ table.mT, ids.roll(-1, 1))


def summed(h, table, ids):
    """You add the costs of all positions up. The loss is their mean, so that it does not grow with the length or with the batch."""
    return _mean_cost(h[:, :-1] @ table.mT, ids[:, 1:]) * ids[:, 1:].numel()


def softmax_twice(h, table, ids):
    """You apply softmax and then a cross-entropy that expects logits, and so applies it again. Probabilities differ by at most 1, so the loss hardly
    moves. Pass the logits."""
    return _mean_cost((h[:, :-1] @ table.mT).softmax(-1), ids[:, 1:])


def log_of_softmax(h, table, ids):
    """You take the logarithm of a softmax. For large gaps the probability is rounded to 0, and its logarithm is minus infinity. Use logsumexp or log_softmax,
    which never form it."""
    probabilities = (h[:, :-1] @ table.mT).softmax(-1)
    return -probabilities.gather(-1, ids[:, 1:, None]).log().mean()


def perplexity_returned(h, table, ids):
    """You return e to the power of the loss. That is the perplexity; training minimises its logarithm."""
    return _mean_cost(h[:, :-1] @ table.mT, ids[:, 1:]).exp()


def table_without_gradient(h, table, ids):
    """The loss is right, but the table is detached, so it learns nothing from its use as the head. Tied weights get gradients from both ends of the
    model."""
    return _mean_cost(h[:, :-1] @ table.detach().mT, ids[:, 1:])


def probabilities_returned(h, table):
    """You return probabilities. The head gives logits: the loss does the softmax itself, and sampling wants the temperature before it."""
    return (h @ table.mT).softmax(-1)


def scaled_by_root_d(h, table):
    """You divide the logits by √d, as in attention. The output head does not scale."""
    return h @ table.mT / math.sqrt(h.shape[-1])


def compares_directions(h, table):
    """You normalise both vectors, which gives cosines between -1 and 1. A tied logit is the plain dot product: the lengths count as well."""
    return F.normalize(h, dim=-1) @ F.normalize(table, dim=-1).mT


def same_slice_twice(ids):
    """Inputs and targets are the same slice. Then the model only learns to copy what it reads. Targets begin with the second token."""
    return ids[..., :-1], ids[..., :-1]


def targets_first(ids):
    """You return the targets first and the inputs second. Used so, the model learns to write backwards."""
    return ids[..., 1:], ids[..., :-1]


def cuts_the_batch(ids):
    """You cut along the first dimension. With a batch that drops whole sequences, and pairs each one with its neighbour in the batch. Tokens follow one another
    along the last dimension."""
    return ids[:-1], ids[1:]
