"""log L as a chain of two logaddexp, and the gradient as a matrix product."""

import torch


def log_loss(theta, n, d):
    a, b, e, alpha, beta = theta.unbind()
    return torch.logaddexp(torch.logaddexp(a - alpha * n.log(), b - beta * d.log()), e)


def huber_objective(theta, n, d, loss, delta=1e-3):
    size = (log_loss(theta, n, d) - loss.log()).abs()
    near = size.clamp(max=delta)
    return (near * (size - 0.5 * near)).sum()


def objective_gradient(theta, n, d, loss, delta=1e-3):
    predicted = log_loss(theta, n, d)
    a, b, e, alpha, beta = theta
    first = torch.exp(a - alpha * n.log() - predicted)
    second = torch.exp(b - beta * d.log() - predicted)
    third = torch.exp(e - predicted)
    jacobian = torch.stack([first, second, third, -first * n.log(), -second * d.log()])
    r = predicted - loss.log()
    return jacobian @ torch.where(r.abs() > delta, delta * r.sign(), r)
