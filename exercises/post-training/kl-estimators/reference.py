"""Estimators of KL and shaped rewards. Source: J. Schulman, Approximating KL Divergence (2020); arXiv:2203.02155 eq. 2."""

import torch
from torch import Tensor


def kl_estimates(logp: Tensor, ref_logp: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    d = logp - ref_logp  # (T,)
    return d, d.square() / 2, torch.expm1(-d) + d


def shaped_rewards(
    score: float, logp: Tensor, ref_logp: Tensor, beta: float, mask: Tensor
) -> Tensor:
    rewards = torch.where(mask, -beta * (logp - ref_logp), 0.0)  # (T,)
    last = int(mask.nonzero().max())
    return rewards + score * (torch.arange(len(mask)) == last).to(rewards.dtype)
