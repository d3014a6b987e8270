"""One step of SGD with momentum."""

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
    """The parameter and the velocity after the step, as `torch.optim.SGD` computes them."""
    raise NotImplementedError
