"""What people get wrong in a reward model's loss. Each docstring is the explanation."""

import torch
import torch.nn.functional as F


def _pair(chosen, rejected):
    return -F.logsigmoid(chosen - rejected).mean()


def chosen_and_rejected_swapped(chosen, rejected):
    """The difference has the wrong sign: the loss falls when the *rejected* answer scores higher. It is chosen minus rejected."""
    return -F.logsigmoid(rejected - chosen).mean()


def log_of_sigmoid(chosen, rejected):
    """Sigmoid first, logarithm after: for a gap of -300 the sigmoid is 0 and the loss infinite, although it should be 300. `F.logsigmoid` does both
    safely."""
    return -torch.log(torch.sigmoid(chosen - rejected)).mean()


def ratio_without_exponentials(chosen, rejected):
    """You take score / (sum of both scores) as the probability. That form of Bradley-Terry needs positive strengths; scores are their logarithms, so it is the
    sigmoid of the difference."""
    return -torch.log(
        (chosen.abs() / (chosen.abs() + rejected.abs() + 1e-9)).clamp(min=1e-9)
    ).mean()


def squared_gap(chosen, rejected):
    """A gap of 1 is the target, and larger ones are punished. A preference only says which one is better; a larger right gap is no error."""
    return (1.0 - (chosen - rejected)).square().mean()


def summed_over_pairs(chosen, rejected):
    """The losses are added up. Then a prompt with many pairs weighs more than one with few, and the step grows with the batch. Take the mean."""
    return -F.logsigmoid(chosen - rejected).sum()


def neighbours_only(scores):
    """Only neighbours in the ranking are compared: K - 1 pairs. A ranking of K answers says something about all K·(K-1)/2 pairs."""
    return _pair(scores[:-1], scores[1:])


def worst_first(scores):
    """You read the ranking from the wrong end. The first answer is the best, so in each pair the earlier one is the chosen one."""
    i, j = torch.triu_indices(len(scores), len(scores), offset=1)
    return _pair(scores[j], scores[i])
