import torch


def ppo_loss(logp, old_logp, advantages, mask, clip):
    with torch.no_grad():
        a, old = advantages.clone(), old_logp.clone()
    ratio = torch.exp(logp - old)
    loss = torch.max(-a * ratio, -a * torch.clamp(ratio, 1 - clip, 1 + clip))
    keep = mask.to(loss.dtype)
    return torch.where(mask, loss, torch.zeros_like(loss)).sum() / keep.sum()
