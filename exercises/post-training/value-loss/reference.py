"""The value loss of PPO for language models. Source: N. Lambert, RLHF book, ch. 6; Huang et al., arXiv:2403.17031."""

import torch
from torch import Tensor


def value_loss(
    values: Tensor, old_values: Tensor, returns: Tensor, mask: Tensor, clip: float
) -> Tensor:
    old, target = old_values.detach(), returns.detach()
    near = old + (values - old).clamp(-clip, clip)  # (B, T) limited change
    worse = torch.maximum((values - target).square(), (near - target).square())
    return 0.5 * worse[mask].mean()


def whiten(x: Tensor, mask: Tensor, eps: float = 1e-8) -> Tensor:
    real = x[mask]  # (n,)
    variance = (real - real.mean()).square().mean()
    return ((x - real.mean()) / (variance + eps).sqrt()).masked_fill(~mask, 0.0)
