import torch


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    real = mask.to(logp.dtype)
    if per_token:
        weights = real / real.sum()
    else:
        weights = real / real.sum(-1, keepdim=True) / len(real)
    keep = logp[mask]
    old, ref = old_logp.detach()[mask], ref_logp.detach()[mask]
    adv = advantages.detach().unsqueeze(1).expand_as(logp)[mask]
    ratio = torch.exp(keep - old)
    outside = ((ratio > 1 + clip) & (adv > 0)) | ((ratio < 1 - clip) & (adv < 0))
    bound = 1 + clip * torch.sign(adv)
    surrogate = torch.where(outside, bound * adv, ratio * adv)
    k3 = torch.exp(ref - keep) - 1 - (ref - keep)
    return (weights[mask] * (beta * k3 - surrogate)).sum()
