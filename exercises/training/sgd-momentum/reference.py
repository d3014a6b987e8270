"""SGD with momentum. Source: Sutskever et al., ICML 2013, sec. 2 (both kinds); torch.optim.SGD documentation (this form)."""

from torch import Tensor


def sgd_step(
    param: Tensor,
    grad: Tensor,
    velocity: Tensor,
    lr: float,
    momentum: float,
    nesterov: bool = False,
    weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor]:
    grad = grad + weight_decay * param  # L2 penalty
    velocity = momentum * velocity + grad
    direction = grad + momentum * velocity if nesterov else velocity
    return param - lr * direction, velocity
