import numpy as np
import torch


def resampled_means(scores, draws):
    return torch.gather(scores.expand(len(draws), -1), 1, draws).mean(-1)


def percentile_interval(means, level=0.95):
    ends = np.percentile(means.numpy().astype(np.float64), [50 - 50 * level, 50 + 50 * level])
    return float(ends[0]), float(ends[1])


def paired_wins(first, second, draws):
    gain = resampled_means(first - second, draws)
    return float((torch.sign(gain).double().mean() + 1) / 2)
