"""Adam over several steps. Source: Kingma and Ba, arXiv:1412.6980 algorithm 1 and sec. 3; torch.optim.Adam documentation (L2)."""

import torch
from torch import Tensor


def ema_weights(beta: float, n: int) -> Tensor:
    age = torch.arange(n - 1, -1, -1, dtype=torch.float64)  # (n,) steps since it came in
    return (1 - beta) * beta**age


def adam_train(
    param: Tensor,
    grads: list[Tensor],
    lr: float,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    l2: float = 0.0,
) -> tuple[Tensor, Tensor, Tensor]:
    m, v = torch.zeros_like(param), torch.zeros_like(param)
    for t, grad in enumerate(grads, 1):
        grad = grad + l2 * param
        m = beta1 * m + (1 - beta1) * grad
        v = beta2 * v + (1 - beta2) * grad.square()
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        param = param - lr * m_hat / (v_hat.sqrt() + eps)
    return param, m, v
