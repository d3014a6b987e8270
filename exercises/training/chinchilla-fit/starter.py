"""The objective of the Chinchilla fit."""

from torch import Tensor


def log_loss(theta: Tensor, n: Tensor, d: Tensor) -> Tensor:
    """theta (5,) as (a, b, e, alpha, beta), n and d (R,) -> log of the predicted loss, (R,)."""
    raise NotImplementedError


def huber_objective(
    theta: Tensor, n: Tensor, d: Tensor, loss: Tensor, delta: float = 1e-3
) -> Tensor:
    """The Huber distance between log losses, summed over the runs; a tensor without dimensions."""
    raise NotImplementedError


def objective_gradient(
    theta: Tensor, n: Tensor, d: Tensor, loss: Tensor, delta: float = 1e-3
) -> Tensor:
    """The gradient of `huber_objective` with respect to theta, (5,)."""
    raise NotImplementedError
