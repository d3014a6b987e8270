"""What people get wrong in the bootstrap. Each docstring is the explanation."""

import torch


def means_over_resamples(scores, draws):
    """You average over the resamples (dim 0) instead of inside each resample (dim 1). One row of indices is one resample."""
    return scores[draws].mean(dim=0)


def without_repetition(scores, draws):
    """Repeated indices are counted once. A question that was drawn twice counts twice; that is what makes resamples differ."""
    return torch.stack([scores[row.unique()].mean() for row in draws])


def cuts_both_ends_fully(means, level=0.95):
    """1 - level is cut off at *each* end, so a 95 % interval holds only 90 %. Half of it belongs to each end."""
    return means.quantile(1 - level).item(), means.quantile(level).item()


def nearest_value(means, level=0.95):
    """You take the nearest mean that occurs. The task interpolates linearly between neighbours."""
    out = (1 - level) / 2
    return (
        means.quantile(out, interpolation="nearest").item(),
        means.quantile(1 - out, interpolation="nearest").item(),
    )


def normal_interval(means, level=0.95):
    """This is mean plus and minus 1.96 standard deviations, a normal approximation. The percentile interval takes the points of the means themselves, so it may be lopsided, and never
    leaves the range of the scores."""
    z = 2**0.5 * torch.erfinv(torch.tensor(level, dtype=torch.float64)).item()
    mean, spread = means.double().mean().item(), means.double().std().item()
    return mean - z * spread, mean + z * spread


def not_paired(first, second, draws):
    """The second model gets other questions than the first: its resamples are in another order. Hard questions are hard for both; only the same indices take that out."""
    gain = first[draws].mean(1) - second[draws.flip(0)].mean(1)
    return ((gain > 1e-9).double() + 0.5 * (gain.abs() <= 1e-9).double()).mean().item()


def _gain(first, second, draws):
    return (first - second)[draws].mean(1)


def ties_are_wins(first, second, draws):
    """Equal means count as won. Count a half, or the two shares, first against second and second against first, do not add up to 1."""
    return (_gain(first, second, draws) >= 0).double().mean().item()


def ties_are_losses(first, second, draws):
    """Equal means count as lost. Count a half."""
    return (_gain(first, second, draws) > 0).double().mean().item()
