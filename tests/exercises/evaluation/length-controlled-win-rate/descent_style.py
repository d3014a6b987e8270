import math

import numpy as np
import torch


def length_feature(lengths, baseline):
    d = (lengths - baseline).numpy()
    s = np.std(d)
    return torch.from_numpy(np.tanh(d / s) if s > 0 else np.zeros_like(d))


def fit_preferences(preferences, feature, ridge=0.05):
    y, f = preferences.numpy(), feature.numpy()
    q = w = 0.0
    for _ in range(4000):
        p = 1 / (1 + np.exp(-(q + w * f)))
        dq, dw = np.mean(p - y), np.mean((p - y) * f) + ridge * w
        q, w = q - 3.0 * dq, w - 3.0 * dw
        if abs(dq) + abs(dw) < 1e-8:
            break
    return float(q), float(w)


def length_controlled_win_rate(preferences, lengths, baseline):
    quality, _ = fit_preferences(preferences, length_feature(lengths, baseline))
    return math.exp(quality) / (1 + math.exp(quality))
