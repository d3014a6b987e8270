"""Length-controlled win rate, reduced to one model. Source: Dubois et al., arXiv:2404.04475 sec. 3."""

import math

import torch
from torch import Tensor


def length_feature(lengths: Tensor, baseline: Tensor) -> Tensor:
    difference = lengths - baseline
    spread = difference.std(correction=0)
    return (difference / spread).tanh() if spread else torch.zeros_like(difference)


def fit_preferences(
    preferences: Tensor, feature: Tensor, ridge: float = 0.05
) -> tuple[float, float]:
    inputs = torch.stack([torch.ones_like(feature), feature], dim=1)  # (N, 2)
    penalty = feature.new_tensor([0.0, ridge])
    theta = feature.new_zeros(2)  # quality, weight
    for _ in range(25):  # Newton's method
        p = (inputs @ theta).sigmoid()
        gradient = inputs.mT @ (p - preferences) / len(p) + penalty * theta
        curvature = inputs.mT @ ((p * (1 - p))[:, None] * inputs) / len(p) + penalty.diag()
        theta = theta - torch.linalg.solve(curvature, gradient)
    return theta[0].item(), theta[1].item()


def length_controlled_win_rate(preferences: Tensor, lengths: Tensor, baseline: Tensor) -> float:
    quality, _ = fit_preferences(preferences, length_feature(lengths, baseline))
    return 1 / (1 + math.exp(-quality))
