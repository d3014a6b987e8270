"""The reward model's loss."""

from torch import Tensor


def pair_loss(chosen: Tensor, rejected: Tensor) -> Tensor:
    """Mean Bradley-Terry loss of a batch of pairs."""
    raise NotImplementedError


def ranking_loss(scores: Tensor) -> Tensor:
    """Mean Bradley-Terry loss over all pairs of a ranking, best first."""
    raise NotImplementedError
