"""Tied output head and language-model loss."""

from torch import Tensor


def tied_logits(h: Tensor, table: Tensor) -> Tensor:
    """h (..., d), table (V, d) -> (..., V)."""
    raise NotImplementedError


def next_token_pairs(ids: Tensor) -> tuple[Tensor, Tensor]:
    """ids (..., T) -> inputs and targets, (..., T - 1) each."""
    raise NotImplementedError


def language_model_loss(h: Tensor, table: Tensor, ids: Tensor) -> Tensor:
    """h (B, T, d), table (V, d), ids (B, T) -> scalar, the mean cost of the next tokens."""
    raise NotImplementedError
