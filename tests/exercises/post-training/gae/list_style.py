import torch


def gae(rewards, values, gamma, lam):
    r, v = rewards.tolist(), [*values.tolist(), 0.0]
    out, later = [], 0.0
    for t in range(len(r) - 1, -1, -1):
        later = r[t] + gamma * v[t + 1] - v[t] + gamma * lam * later
        out.insert(0, later)
    advantages = torch.tensor(out, dtype=values.dtype)
    return advantages, advantages + values
