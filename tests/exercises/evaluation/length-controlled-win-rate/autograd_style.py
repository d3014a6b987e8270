import math

import torch


def length_feature(lengths, baseline):
    d = lengths - baseline
    s = ((d - d.mean()) ** 2).mean().sqrt()
    return torch.zeros_like(d) if s == 0 else torch.tanh(d / s)


def fit_preferences(preferences, feature, ridge=0.05):
    theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [theta],
        max_iter=300,
        tolerance_grad=1e-11,
        tolerance_change=1e-14,
        line_search_fn="strong_wolfe",
    )

    def closure():
        optimizer.zero_grad()
        z = theta[0] + theta[1] * feature
        loss = torch.nn.functional.binary_cross_entropy_with_logits(z, preferences)
        loss = loss + ridge * theta[1] ** 2 / 2
        loss.backward()
        return loss

    optimizer.step(closure)
    return float(theta[0]), float(theta[1])


def length_controlled_win_rate(preferences, lengths, baseline):
    quality = fit_preferences(preferences, length_feature(lengths, baseline))[0]
    return 1 / (1 + math.exp(-quality))
