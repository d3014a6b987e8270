"""What people really get wrong in the DPO loss. Each docstring is the explanation."""

import torch
import torch.nn.functional as F


def _picked(logits, ids):
    logprobs = F.log_softmax(logits, dim=-1)
    return logprobs.gather(-1, ids[..., None]).squeeze(-1)


def _masked_sum(picked, mask):
    return picked.masked_fill(~mask, 0.0).sum(-1)


def _margin(pc, pr, rc, rr, beta):
    return beta * ((pc - rc.detach()) - (pr - rr.detach()))


def no_shift(logits, ids, mask):
    """Each token is scored with the logits of its *own* position. Those have already seen the
    token and predict the next one: the logits at `t` belong to the token at `t + 1`. Compare
    `logits[:, :-1]` with `ids[:, 1:]`."""
    return _masked_sum(_picked(logits, ids), mask)


def averages_over_tokens(logits, ids, mask):
    """Your result is the mean log-probability per answer token. Standard DPO needs the sum: it is
    the log-probability of the whole answer, and only that belongs into the ratio of the
    derivation. (The mean is SimPO's choice.)"""
    picked, kept = _picked(logits[:, :-1], ids[:, 1:]), mask[:, 1:]
    return _masked_sum(picked, kept) / kept.sum(-1).clamp(min=1)


def counts_the_prompt(logits, ids, mask):
    """All tokens are summed, those of the prompt and the padding included. Only the tokens that
    the mask marks are the answer; the prompt is given, not chosen by the model."""
    return _picked(logits[:, :-1], ids[:, 1:]).sum(-1)


def mask_not_shifted(logits, ids, mask):
    """The tokens are shifted but the mask is not: `mask[:, :-1]` belongs to the tokens before the
    ones you score. So the first answer token is left out and the token after the answer is
    counted. Shift the mask with the tokens: `mask[:, 1:]`."""
    return _masked_sum(_picked(logits[:, :-1], ids[:, 1:]), mask[:, :-1])


def log_of_softmax(logits, ids, mask):
    """The logarithm is taken of a finished softmax. A probability that underflows to 0 becomes
    -inf, although its logarithm is an ordinary number. `log_softmax` never forms the small
    probability."""
    picked = torch.log(torch.softmax(logits[:, :-1], dim=-1)).gather(-1, ids[:, 1:, None])
    return _masked_sum(picked.squeeze(-1), mask[:, 1:])


def softmax_over_positions(logits, ids, mask):
    """The softmax runs over the positions (dim 1) instead of the vocabulary (the last dimension).
    At each position the probabilities of all *tokens* must add up to 1."""
    picked = F.log_softmax(logits[:, :-1], dim=1).gather(-1, ids[:, 1:, None]).squeeze(-1)
    return _masked_sum(picked, mask[:, 1:])


def chosen_and_rejected_swapped(pc, pr, rc, rr, beta):
    """The margin has the wrong sign: your loss falls when the *rejected* answer becomes more
    likely. It is the chosen log-ratio minus the rejected one, each of them policy minus
    reference."""
    return -F.logsigmoid(-_margin(pc, pr, rc, rr, beta)).mean()


def rejected_added(pc, pr, rc, rr, beta):
    """The log-ratio of the rejected answer is added instead of subtracted. So raising the
    rejected answer lowers the loss as much as raising the chosen one does; a preference is a
    difference."""
    return -F.logsigmoid(beta * ((pc - rc.detach()) + (pr - rr.detach()))).mean()


def without_reference(pc, pr, rc, rr, beta):
    """The reference model is missing. Then nothing holds the policy near where it started: the
    implicit reward is β times the log-*ratio* of policy and reference, not the log-probability
    alone."""
    return -F.logsigmoid(beta * (pc - pr)).mean()


def reference_on_one_side(pc, pr, rc, rr, beta):
    """The reference is subtracted from the chosen log-probability only. Both answers are measured
    against the reference: policy minus reference, once for each."""
    return -F.logsigmoid(beta * ((pc - rc.detach()) - pr)).mean()


def beta_outside(pc, pr, rc, rr, beta):
    """β multiplies the finished loss. There it only rescales the step, like a learning rate;
    inside the sigmoid it sets how large a log-ratio must be before a pair counts as learned,
    which is the strength of the KL constraint."""
    return -beta * F.logsigmoid(_margin(pc, pr, rc, rr, 1.0)).mean()


def beta_ignored(pc, pr, rc, rr, beta):
    """β is not used at all: your result is that of β = 1. With the usual 0.1 the same difference
    of log-ratios gives a ten times smaller margin."""
    return -F.logsigmoid(_margin(pc, pr, rc, rr, 1.0)).mean()


def sigmoid_without_log(pc, pr, rc, rr, beta):
    """The logarithm is missing: your loss is minus the *probability* of the preference. The loss
    is the negative log-likelihood. Without the logarithm a pair that is ranked badly wrong has
    almost no gradient, although it needs the largest."""
    return -torch.sigmoid(_margin(pc, pr, rc, rr, beta)).mean()


def log_of_sigmoid(pc, pr, rc, rr, beta):
    """The sigmoid is computed first and its logarithm after. For a margin of -200 the sigmoid is
    0 in single precision and the loss infinite, although it should be 200. `F.logsigmoid` does
    both in one safe step."""
    return -torch.log(torch.sigmoid(_margin(pc, pr, rc, rr, beta))).mean()


def summed_over_batch(pc, pr, rc, rr, beta):
    """The losses of the pairs are summed. The task asks for their mean, so that the size of the
    gradient does not depend on the size of the batch."""
    return -F.logsigmoid(_margin(pc, pr, rc, rr, beta)).sum()


def reference_not_frozen(pc, pr, rc, rr, beta):
    """The loss is right, but a gradient flows into the reference values. The reference is frozen:
    with this gradient, training could lower the loss by changing what the policy is measured
    against."""
    return -F.logsigmoid(beta * ((pc - rc) - (pr - rr))).mean()


def detached_loss(pc, pr, rc, rr, beta):
    """The number is right, but no gradient reaches the policy: somewhere `detach()`, `.item()` or
    `no_grad()` cut the graph. Only the reference is detached."""
    return -F.logsigmoid(_margin(pc.detach(), pr.detach(), rc, rr, beta)).mean()
