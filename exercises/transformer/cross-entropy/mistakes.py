"""What people get wrong in cross-entropy. Each docstring is the explanation."""

import math


def _each(logits, targets, ignore):
    counts = targets != ignore
    kept = logits[counts]
    return kept.logsumexp(-1) - kept.gather(-1, targets[counts][:, None]).squeeze(-1)


def log_of_softmax(logits, targets, ignore=-100):
    """The softmax is taken first and the logarithm after. A probability that underflows to 0 gives an infinite loss, although the loss is an ordinary number.
    `logsumexp` never forms the small probability."""
    counts = targets != ignore
    picked = logits[counts].softmax(-1).gather(-1, targets[counts][:, None])
    return -picked.log().mean()


def divides_by_all_positions(logits, targets, ignore=-100):
    """The sum is divided by all positions, the ignored ones included. The loss then depends on how much padding there is."""
    return _each(logits, targets, ignore).sum() / len(targets)


def summed(logits, targets, ignore=-100):
    """The losses are added up instead of averaged, so the size of the gradient grows with the batch."""
    return _each(logits, targets, ignore).sum()


def softmax_twice(logits, targets, ignore=-100):
    """The logits go through a softmax before they enter a loss that expects logits. Probabilities differ by at most 1, so the loss can hardly fall."""
    return _each(logits.softmax(-1), targets, ignore).mean()


def base_two(logits, targets, ignore=-100):
    """The loss is in bits: you use the logarithm to base 2. The task asks for nats, the natural logarithm."""
    return _each(logits, targets, ignore).mean() / math.log(2)


def most_likely_token(logits, targets, ignore=-100):
    """You take the probability of the most likely token. The loss asks for that of the *target*; otherwise being sure would be rewarded, right or wrong."""
    kept = logits[targets != ignore]
    return (kept.logsumexp(-1) - kept.amax(-1)).mean()
