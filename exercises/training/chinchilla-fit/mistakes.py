"""What people get wrong in the Chinchilla fit. Each docstring is the explanation."""

import torch


def _logs(theta, n, d):
    a, b, e, alpha, beta = theta
    return torch.stack([a - alpha * n.log(), b - beta * d.log(), e + 0 * n])


def _residual(theta, n, d, loss):
    return torch.logsumexp(_logs(theta, n, d), 0) - loss.log()


def _huber(r, delta):
    return torch.where(r.abs() <= delta, r**2 / 2, delta * (r.abs() - delta / 2))


def _gradient(theta, n, d, pull, *, sign=-1, shares=True):
    weight = _logs(theta, n, d).softmax(0) if shares else torch.ones(3, len(n), dtype=n.dtype)
    a, b, e = pull * weight
    rows = [a, b, e, sign * a * n.log(), sign * b * d.log()]
    return torch.stack([row.sum() for row in rows])


def swaps_the_sizes(theta, n, d):
    """N and D are exchanged: A and α belong to the parameters, B and β to the tokens."""
    return torch.logsumexp(_logs(theta, d, n), 0)


def grows_with_size(theta, n, d):
    """The exponents have the wrong sign, so the predicted loss grows with size and data. N^α stands below the line: in log space α · log N is subtracted."""
    a, b, e, alpha, beta = theta
    return torch.logsumexp(torch.stack([a + alpha * n.log(), b + beta * d.log(), e + 0 * n]), 0)


def floor_not_exponentiated(theta, n, d):
    """You add e itself as the floor. All three constants are given as logarithms, so the floor is E = e^e, and its logarithm is one of the three terms."""
    a, b, e, alpha, beta = theta
    return ((a - alpha * n.log()).exp() + (b - beta * d.log()).exp() + e).log()


def leaves_log_space(theta, n, d):
    """You take the exponentials, add them up and take the logarithm again. A search tries wild values, and then e^900 is inf and e^-900 is 0. `logsumexp` never leaves log
    space."""
    return _logs(theta, n, d).exp().sum(0).log()


def not_the_logarithm(theta, n, d):
    """You return the loss, not its logarithm. The objective compares logarithms, and logsumexp is one already."""
    return torch.logsumexp(_logs(theta, n, d), 0).exp()


def squares_everything(theta, n, d, loss, delta=1e-3):
    """All residuals are squared, so delta has no effect and a few failed runs decide the fit. Beyond delta the Huber function goes on as a straight line."""
    return (_residual(theta, n, d, loss) ** 2 / 2).sum()


def compares_plain_losses(theta, n, d, loss, delta=1e-3):
    """The residual is a difference of losses. It should be one of *logarithms* of losses: then an error of 1 % counts the same for small and for large losses."""
    return _huber(torch.logsumexp(_logs(theta, n, d), 0).exp() - loss, delta).sum()


def mean_over_the_runs(theta, n, d, loss, delta=1e-3):
    """You average over the runs. The objective is their sum; the place of the minimum is the same, but not the numbers that are asked for."""
    return _huber(_residual(theta, n, d, loss), delta).mean()


def jumps_at_delta(theta, n, d, loss, delta=1e-3):
    """Beyond delta you take delta · |r|. There the function jumps from delta²/2 to delta². The line is delta · (|r| - delta/2), so that both parts meet."""
    r = _residual(theta, n, d, loss)
    return torch.where(r.abs() <= delta, r**2 / 2, delta * r.abs()).sum()


def smooth_l1(theta, n, d, loss, delta=1e-3):
    """This is PyTorch's smooth L1 loss, which is the Huber function divided by delta: 1,000 times too large here. `F.huber_loss` is the one that is meant."""
    return _huber(_residual(theta, n, d, loss), delta).sum() / delta


def residual_not_cut(theta, n, d, loss, delta=1e-3):
    """The residual is not cut off at delta, so this is the gradient of squared errors. The Huber function has the slope r only up to delta, and ±delta beyond it."""
    return _gradient(theta, n, d, _residual(theta, n, d, loss))


def exponents_with_the_wrong_sign(theta, n, d, loss, delta=1e-3):
    """The derivatives for α and β have the wrong sign. A larger α lowers the first term: its derivative is -log N."""
    return _gradient(theta, n, d, _residual(theta, n, d, loss).clamp(-delta, delta), sign=1)


def shares_forgotten(theta, n, d, loss, delta=1e-3):
    """Each term is treated as if it were the whole sum. If A/N^α is a tenth of the loss, a moves log L by only a tenth as much: multiply by the softmax of the three
    terms."""
    return _gradient(theta, n, d, _residual(theta, n, d, loss).clamp(-delta, delta), shares=False)
