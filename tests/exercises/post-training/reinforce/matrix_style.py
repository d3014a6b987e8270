import torch


def returns_to_go(rewards, gamma):
    n = len(rewards)
    distance = torch.arange(n)[None, :] - torch.arange(n)[:, None]
    weights = torch.where(distance >= 0, float(gamma) ** distance.clamp(min=0).double(), 0.0)
    return (weights @ rewards.double()).to(rewards.dtype)


def reinforce_loss(logp, rewards, mask, baseline):
    with torch.no_grad():
        weight = (rewards - baseline)[:, None].expand_as(logp)
    return -(weight[mask] * logp[mask]).sum() / logp.shape[0]
