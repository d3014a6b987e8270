"""AdamW. Source: Loshchilov and Hutter, arXiv:1711.05101 algorithm 2; torch.optim.AdamW documentation."""

from torch import Tensor


def adamw_step(
    param: Tensor, grad: Tensor, m: Tensor, v: Tensor, t: int, lr: float,
    beta1: float, beta2: float, eps: float, weight_decay: float,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    param = param * (1 - lr * weight_decay)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad.square()
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return param - lr * m_hat / (v_hat.sqrt() + eps), m, v
