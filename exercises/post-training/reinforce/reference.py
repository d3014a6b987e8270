"""REINFORCE. Source: Williams 1992, Machine Learning 8, sec. 4 and 5; N. Lambert, RLHF book, ch. 6."""

import torch
from torch import Tensor


def returns_to_go(rewards: Tensor, gamma: float) -> Tensor:
    returns, later = [], rewards.new_zeros(())
    for reward in rewards.flip(0):
        later = reward + gamma * later
        returns.append(later)
    return torch.stack(returns).flip(0)  # (T,)


def reinforce_loss(logp: Tensor, rewards: Tensor, mask: Tensor, baseline: float) -> Tensor:
    advantage = (rewards - baseline).detach()  # (B,)
    answer = logp.masked_fill(~mask, 0.0).sum(dim=1)  # (B,) log-probability of each answer
    return -(advantage * answer).mean()
