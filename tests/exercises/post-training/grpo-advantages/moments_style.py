import torch


def group_advantages(rewards, eps=1e-4):
    variance, mean = torch.var_mean(rewards, dim=1, correction=0, keepdim=True)
    return (rewards - mean) / (variance.clamp(min=0).sqrt() + eps)


def leave_one_out(rewards):
    g = rewards.size(1)
    return g / (g - 1) * (rewards - rewards.mean(dim=1, keepdim=True))
