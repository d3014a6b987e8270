"""The clipped PPO loss."""

from torch import Tensor


def ppo_loss(
    logp: Tensor, old_logp: Tensor, advantages: Tensor, mask: Tensor, clip: float
) -> Tensor:
    """All (B, T); scalar, to be minimised."""
    raise NotImplementedError
