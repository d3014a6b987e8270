"""Three estimates of KL."""

from torch import Tensor


def kl_estimates(logp: Tensor, ref_logp: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """k1, k2 and k3 of each token."""
    raise NotImplementedError


def shaped_rewards(
    score: float, logp: Tensor, ref_logp: Tensor, beta: float, mask: Tensor
) -> Tensor:
    """Rewards per token: the KL penalty everywhere, the score at the last answer token."""
    raise NotImplementedError
