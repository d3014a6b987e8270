"""Run by run. The gradient is worked out with plain numbers."""

import math

import torch


def log_loss(theta, n, d):
    out = []
    for size, tokens in zip(n.tolist(), d.tolist()):
        first = theta[0] - theta[3] * math.log(size)
        second = theta[1] - theta[4] * math.log(tokens)
        top = torch.max(torch.max(first, second), theta[2]).detach()
        total = (first - top).exp() + (second - top).exp() + (theta[2] - top).exp()
        out.append(top + total.log())
    return torch.stack(out)


def huber_objective(theta, n, d, loss, delta=1e-3):
    total = 0.0 * theta.sum()
    for predicted, measured in zip(log_loss(theta, n, d), loss.tolist()):
        r = predicted - math.log(measured)
        if abs(r.item()) <= delta:
            total = total + 0.5 * r * r
        else:
            total = total + delta * (r.abs() - 0.5 * delta)
    return total


def objective_gradient(theta, n, d, loss, delta=1e-3):
    a, b, e, alpha, beta = theta.tolist()
    grad = [0.0] * 5
    for size, tokens, measured in zip(n.tolist(), d.tolist(), loss.tolist()):
        terms = [a - alpha * math.log(size), b - beta * math.log(tokens), e]
        top = max(terms)
        parts = [math.exp(term - top) for term in terms]
        r = top + math.log(sum(parts)) - math.log(measured)
        slope = min(max(r, -delta), delta)
        for k in range(3):
            grad[k] += slope * parts[k] / sum(parts)
        grad[3] -= slope * parts[0] / sum(parts) * math.log(size)
        grad[4] -= slope * parts[1] / sum(parts) * math.log(tokens)
    return torch.tensor(grad, dtype=torch.float64)
