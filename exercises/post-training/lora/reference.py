"""Low-rank adaptation. Source: Hu et al., arXiv:2106.09685 sec. 4.1."""

from torch import Tensor


def lora_forward(x: Tensor, w: Tensor, a: Tensor, b: Tensor, alpha: float) -> Tensor:
    update = x @ a.mT @ b.mT  # (..., r), then (..., m)
    return x @ w.detach().mT + alpha / a.shape[0] * update


def lora_merge(w: Tensor, a: Tensor, b: Tensor, alpha: float) -> Tensor:
    return w + alpha / a.shape[0] * b @ a
