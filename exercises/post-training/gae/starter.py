"""Generalised advantage estimation."""

from torch import Tensor


def gae(rewards: Tensor, values: Tensor, gamma: float, lam: float) -> tuple[Tensor, Tensor]:
    """Advantages and returns of one answer, (T,) each."""
    raise NotImplementedError
