"""Generalised advantage estimation. Source: Schulman et al., arXiv:1506.02438 eq. 11 to 16."""

import torch
from torch import Tensor


def gae(rewards: Tensor, values: Tensor, gamma: float, lam: float) -> tuple[Tensor, Tensor]:
    following = torch.cat([values[1:], values.new_zeros(1)])  # V of the next token
    delta = rewards + gamma * following - values  # (T,)
    advantages = torch.empty_like(delta)
    later = 0.0
    for t in reversed(range(len(delta))):
        later = delta[t] + gamma * lam * later
        advantages[t] = later
    return advantages, advantages + values
