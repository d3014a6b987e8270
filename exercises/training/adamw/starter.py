"""One step of AdamW."""

from torch import Tensor


def adamw_step(
    param: Tensor, grad: Tensor, m: Tensor, v: Tensor, t: int, lr: float,
    beta1: float, beta2: float, eps: float, weight_decay: float,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    """The parameter and both moments after step t (from 1)."""
    raise NotImplementedError
