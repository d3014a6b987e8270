"""PPO's clipped surrogate as a loss. Source: Schulman et al., arXiv:1707.06347 eq. 7."""

import torch
from torch import Tensor


def ppo_loss(
    logp: Tensor, old_logp: Tensor, advantages: Tensor, mask: Tensor, clip: float
) -> Tensor:
    advantages = advantages.detach()
    ratio = (logp - old_logp.detach()).exp()  # (B, T)
    clipped = ratio.clamp(1 - clip, 1 + clip)
    objective = torch.minimum(ratio * advantages, clipped * advantages)
    return -objective[mask].mean()
