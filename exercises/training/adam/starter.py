"""Adam over a list of gradients."""

from torch import Tensor


def ema_weights(beta: float, n: int) -> Tensor:
    """(n,) float64: the weight of each gradient in a moving average that started at 0, oldest first."""
    raise NotImplementedError


def adam_train(
    param: Tensor,
    grads: list[Tensor],
    lr: float,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    l2: float = 0.0,
) -> tuple[Tensor, Tensor, Tensor]:
    """The parameter and both uncorrected moments after one step for each gradient."""
    raise NotImplementedError
