"""What people get wrong in merging softmax states. Each docstring is the explanation."""

import torch


def _weights(scores, m):
    return torch.where(scores == -torch.inf, 0.0, (scores - m).exp())


def _factor(old, new):
    return torch.where(old < new, (old - new).exp(), 1.0)


def divides_at_once(scores, values):
    """The output of the block is divided by its sum already. Outputs that are divided cannot simply be added up; keep o undivided, and
    divide once at the end."""
    m = scores.amax(-1, keepdim=True)
    weights = _weights(scores, m)
    l = weights.sum(-1, keepdim=True)  # noqa: E741
    return m, l, torch.where(l > 0, weights @ values / l, 0.0)


def nan_for_masked_rows(scores, values):
    """A row with nothing but -inf gives nan, because you subtract its maximum: -inf - (-inf). Such a row has l = 0 and o = 0."""
    m = scores.amax(-1, keepdim=True)
    weights = (scores - m).exp()
    return m, weights.sum(-1, keepdim=True), weights @ values


def one_maximum_for_all_rows(scores, values):
    """One maximum is taken over the whole block. Every query has a softmax of its own, so m is the maximum of its row."""
    m = torch.zeros_like(scores[..., :1]) + scores.max()
    weights = _weights(scores, m)
    return m, weights.sum(-1, keepdim=True), weights @ values


def not_relative_to_the_maximum(scores, values):
    """You return the maximum, but sum and output are made of plain e^s. They have to be relative to m, as e^(s - m); plain exponentials
    overflow for large scores."""
    weights = scores.exp()
    return scores.amax(-1, keepdim=True), weights.sum(-1, keepdim=True), weights @ values


def only_adds(a, b):
    """Sums and outputs are added as they are. They are relative to two different maxima; multiply each state's l and o with e^(its own m -
    new m) first."""
    return torch.maximum(a[0], b[0]), a[1] + b[1], a[2] + b[2]


def output_not_rescaled(a, b):
    """The sums are rescaled and the outputs are not. Both consist of the same weights, so both need the same factor."""
    m = torch.maximum(a[0], b[0])
    return m, _factor(a[0], m) * a[1] + _factor(b[0], m) * b[1], a[2] + b[2]


def factor_upside_down(a, b):
    """The factor is e^(new m - own m). It is at least 1, so old terms grow and overflow. Relative to a larger maximum everything gets smaller:
    e^(own m - new m)."""
    m = torch.maximum(a[0], b[0])
    fa, fb = (torch.where(s[0] < m, (m - s[0]).exp(), 1.0) for s in (a, b))
    return m, fa * a[1] + fb * b[1], fa * a[2] + fb * b[2]


def nan_for_two_empty_states(a, b):
    """Two empty rows give nan: own and new maximum are both -inf, and their difference is no number. Where the maximum stays what it was, the
    factor is 1."""
    m = torch.maximum(a[0], b[0])
    fa, fb = (a[0] - m).exp(), (b[0] - m).exp()
    return m, fa * a[1] + fb * b[1], fa * a[2] + fb * b[2]


def as_if_divided(a, b):
    """The outputs are multiplied with their sums before they are added, as if they had been divided before. In a state o is undivided and
    needs the factor only."""
    m = torch.maximum(a[0], b[0])
    la, lb = _factor(a[0], m) * a[1], _factor(b[0], m) * b[1]
    l = la + lb  # noqa: E741
    return m, l, torch.where(l > 0, (la * a[2] + lb * b[2]) / l, 0.0)


def nan_for_empty_rows(state):
    """An empty row gives 0 / 0, which is nan. A query that may attend to nothing gets the output 0."""
    m, l, o = state  # noqa: E741
    return o / l, (m + l.log()).squeeze(-1)


def logsumexp_without_maximum(state):
    """The logsumexp is ln l in your result. l is relative to the maximum, so m has to be added back."""
    _, l, o = state  # noqa: E741
    return torch.where(l > 0, o / l, 0.0), l.log().squeeze(-1)


def forgets_to_divide(state):
    """The output is returned undivided. Its weights add up to l; only after dividing by it do they add up to 1."""
    m, l, o = state  # noqa: E741
    return o, (m + l.log()).squeeze(-1)
