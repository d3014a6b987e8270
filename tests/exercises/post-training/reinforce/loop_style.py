import torch


def returns_to_go(rewards, gamma):
    out = torch.zeros_like(rewards)
    for t in range(len(rewards)):
        for k in range(t, len(rewards)):
            out[t] = out[t] + gamma ** (k - t) * rewards[k]
    return out


def reinforce_loss(logp, rewards, mask, baseline):
    total = 0
    for b in range(len(logp)):
        for t in range(logp.shape[1]):
            if mask[b, t]:
                total = total - (rewards[b].item() - baseline) * logp[b, t]
    return total / len(logp)
