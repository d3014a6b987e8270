"""What people get wrong in length control. Each docstring is the explanation."""

import torch


def not_squashed(lengths, baseline):
    """The tanh is missing. A single very long answer then decides the whole fit."""
    difference = lengths - baseline
    spread = difference.std(correction=0)
    return difference / spread if spread else torch.zeros_like(difference)


def divides_by_the_mean(lengths, baseline):
    """The differences are divided by their mean size. The task divides by their standard deviation."""
    difference = lengths - baseline
    spread = difference.abs().mean()
    return (difference / spread).tanh() if difference.std(correction=0) else torch.zeros_like(spread.expand(len(difference)))  # fmt: skip


def centred_differences(lengths, baseline):
    """The mean difference is subtracted. Then zero no longer means "equally long" but "as much longer as usual", and a model that is always too long is not corrected at all."""
    difference = lengths - baseline
    spread = difference.std(correction=0)
    centred = difference - difference.mean()
    return (centred / spread).tanh() if spread else torch.zeros_like(difference)


def nan_for_equal_lengths(lengths, baseline):
    """If all differences are the same, their standard deviation is 0 and you divide by it. There is nothing to learn about length then: the feature is 0."""
    difference = lengths - baseline
    return (difference / difference.std(correction=0)).tanh()


def _fit(y, feature, penalty):
    inputs = torch.stack([torch.ones_like(feature), feature], 1)
    penalty = torch.tensor(penalty, dtype=feature.dtype)
    theta = torch.zeros(2, dtype=feature.dtype)
    for _ in range(30):
        p = (inputs @ theta).sigmoid()
        gradient = inputs.mT @ (p - y) / len(p) + penalty * theta
        weights = (p * (1 - p)).clamp(min=1e-6)
        curvature = inputs.mT @ (weights[:, None] * inputs) / len(p)
        curvature = curvature + penalty.diag() + 1e-9 * torch.eye(2, dtype=feature.dtype)
        theta = theta - torch.linalg.solve(curvature, gradient).clamp(-1, 1)
    return theta[0].item(), theta[1].item()


def no_ridge(preferences, feature, ridge=0.05):
    """The ridge is not used. If length alone separates wins from losses, the weight then grows without end; the ridge keeps it finite."""
    return _fit(preferences, feature, [0.0, 0.0])


def ridge_on_quality_too(preferences, feature, ridge=0.05):
    """The quality is pulled towards 0 as well, and with it every win rate towards one half. The ridge concerns the length weight only."""
    return _fit(preferences, feature, [ridge, ridge])


def raw_win_rate(preferences, lengths, baseline):
    """This is the mean preference, the raw win rate. The length-controlled one is what the fit predicts at equal length."""
    return preferences.mean().item()


def _feature(lengths, baseline):
    difference = lengths - baseline
    spread = difference.std(correction=0)
    return (difference / spread).tanh() if spread else torch.zeros_like(difference)


def at_the_mean_length(preferences, lengths, baseline):
    """The prediction is made at the mean length feature. That leaves the usual advantage in length inside; set the feature to zero."""
    feature = _feature(lengths, baseline)
    quality, weight = _fit(preferences, feature, [0.0, 0.05])
    z = quality + weight * feature.mean().item()
    return torch.tensor(z, dtype=torch.float64).sigmoid().item()


def length_without_quality(preferences, lengths, baseline):
    """You put the length weight into the sigmoid and leave out the quality. The quality is what remains at equal length."""
    _, weight = _fit(preferences, _feature(lengths, baseline), [0.0, 0.05])
    return torch.tensor(weight, dtype=torch.float64).sigmoid().item()
