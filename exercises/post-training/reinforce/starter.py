"""REINFORCE with a baseline."""

from torch import Tensor


def returns_to_go(rewards: Tensor, gamma: float) -> Tensor:
    """rewards (T,) -> discounted returns (T,)."""
    raise NotImplementedError


def reinforce_loss(logp: Tensor, rewards: Tensor, mask: Tensor, baseline: float) -> Tensor:
    """logp and mask (B, T), rewards (B,) -> scalar, to be minimised."""
    raise NotImplementedError
