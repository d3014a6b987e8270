"""A whole decoder-only model."""

from typing import Any

from torch import Tensor


def decoder_logits(ids: Tensor, model: dict[str, Any], heads: int) -> Tensor:
    """ids (B, N) -> logits (B, N, V): embed, blocks, final norm, tied head."""
    raise NotImplementedError


def table_gradient(ids: Tensor, model: dict[str, Any], heads: int, grad: Tensor) -> Tensor:
    """ids (B, N), grad (B, N, V) at the logits -> (V, d), the gradient of model["table"]."""
    raise NotImplementedError
