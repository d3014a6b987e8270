"""What people get wrong in constitutional data. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _texts(prompt, answers, principles):
    return [f"Human: {prompt}\nAssistant: {a}\nCritique: {p}" for a, p in zip(answers, principles)]


def criticises_the_first_answer(prompt, answer, principles, revisions):
    """Every round criticises the first answer, so what earlier rounds improved is lost. Each round works on the latest revision."""
    return _texts(prompt, [answer] * len(principles), principles)


def one_principle_for_all(prompt, answer, principles, revisions):
    """The first principle is used in all rounds. Every round has a principle of its own."""
    return _texts(prompt, [answer, *revisions], principles[:1] * len(principles))


def original_among_the_revisions(prompt, answer, revisions):
    """The first answer is among the training data. It is what the principles object to, and must not be learned."""
    return [(prompt, text) for text in [answer, *revisions]]


def last_revision_only(prompt, answer, revisions):
    """Only the last revision is kept. The paper fine-tunes on the revisions of all rounds."""
    return [(prompt, text) for text in revisions[-1:]]


def _share(a, b):
    return 1 / (1 + math.exp(b - a))


def _clamped(label, clamp):
    return min(max(label, clamp[0]), clamp[1]) if clamp else label


def order_not_taken_out(forward, swapped, clamp=None):
    """The probabilities of A in both orders are averaged. In the exchanged order A is the *other* answer, so a judge that likes the first place keeps its bias; take the complement there."""
    return _clamped((_share(*forward) + _share(*swapped)) / 2, clamp)


def not_normalised(forward, swapped, clamp=None):
    """You exponentiate the log-probability of the letter without comparing it with the other letter. Other continuations have probability as well, so the two letters do not add up to 1."""
    return _clamped((math.exp(forward[0]) + math.exp(swapped[1])) / 2, clamp)


def clamped_before_averaging(forward, swapped, clamp=None):
    """Each order is clamped and then averaged. Average first: one certain and one opposite verdict then cancel as they should, and the limits apply to the label."""
    one, two = _share(*forward), _share(swapped[1], swapped[0])
    return (_clamped(one, clamp) + _clamped(two, clamp)) / 2


def label_rounded(margin, label):
    """Labels are rounded to 0 or 1. A soft label also says how sure the judge was; rounding makes 0.51 as strong as 0.99."""
    return F.binary_cross_entropy_with_logits(margin, label.round())


def one_term_only(margin, label):
    """The term for the other answer, (1 - y)·ln(1 - σ), is missing. Then the loss always falls as the margin grows, whatever the label."""
    return -(label * F.logsigmoid(margin)).mean()


def sigmoid_then_log(margin, label):
    """Sigmoid and logarithm are taken one after the other. For large margins the sigmoid is rounded to 0 or 1 and the logarithm is infinite."""
    p = torch.sigmoid(margin)
    return -(label * p.log() + (1 - label) * (1 - p).log()).mean()
