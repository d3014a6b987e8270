import torch


def gae(rewards, values, gamma, lam):
    n = len(rewards)
    delta = rewards - values
    if n > 1:
        delta = delta + gamma * torch.cat([values[1:], torch.zeros(1, dtype=values.dtype)])
    i = torch.arange(n)
    gap = (i[None, :] - i[:, None]).clamp(min=0).to(values.dtype)
    power = torch.where(
        i[None, :] >= i[:, None], torch.tensor(gamma * lam, dtype=values.dtype) ** gap, 0.0
    )
    advantages = power.to(values.dtype) @ delta
    return advantages, advantages + values
