"""Approach 3 of Chinchilla. Source: Hoffmann et al., arXiv:2203.15556 sec. 3.3 and App. D.2 (objective in log space, delta = 1e-3)."""

import torch
from torch import Tensor


def _terms(theta: Tensor, n: Tensor, d: Tensor) -> Tensor:
    """Logarithms of A/N^alpha, B/D^beta and E, (3, R)."""
    a, b, e, alpha, beta = theta
    return torch.stack([a - alpha * n.log(), b - beta * d.log(), e.expand_as(n)])


def log_loss(theta: Tensor, n: Tensor, d: Tensor) -> Tensor:
    return _terms(theta, n, d).logsumexp(dim=0)  # (R,)


def huber_objective(
    theta: Tensor, n: Tensor, d: Tensor, loss: Tensor, delta: float = 1e-3
) -> Tensor:
    residual = log_loss(theta, n, d) - loss.log()  # (R,)
    size = residual.abs()
    return torch.where(size < delta, size**2 / 2, delta * (size - delta / 2)).sum()


def objective_gradient(
    theta: Tensor, n: Tensor, d: Tensor, loss: Tensor, delta: float = 1e-3
) -> Tensor:
    residual = log_loss(theta, n, d) - loss.log()  # (R,)
    pull = residual.clamp(-delta, delta)  # derivative of the Huber function
    by_term = pull * _terms(theta, n, d).softmax(dim=0)  # (3, R)
    by_size = -by_term[:2] * torch.stack([n.log(), d.log()])  # (2, R)
    return torch.cat([by_term, by_size]).sum(dim=1)  # (5,)
