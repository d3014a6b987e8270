"""A LoRA layer."""

from torch import Tensor


def lora_forward(x: Tensor, w: Tensor, a: Tensor, b: Tensor, alpha: float) -> Tensor:
    """x (..., n), w (m, n) frozen, a (r, n), b (m, r) -> (..., m)."""
    raise NotImplementedError


def lora_merge(w: Tensor, a: Tensor, b: Tensor, alpha: float) -> Tensor:
    """The weight with the scaled update added in, (m, n)."""
    raise NotImplementedError
