import torch


def ppo_loss(logp, old_logp, advantages, mask, clip):
    a = advantages[mask].detach()
    ratio = (logp[mask] - old_logp[mask].detach()).exp()
    limit = torch.where(a > 0, torch.full_like(a, 1 + clip), torch.full_like(a, 1 - clip))
    flat = torch.where(a > 0, ratio > 1 + clip, ratio < 1 - clip)
    return -(torch.where(flat, limit, ratio) * a).mean()
