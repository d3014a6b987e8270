import torch


def kl_estimates(logp, ref_logp):
    ratio = (ref_logp - logp).exp()
    log_ratio = ref_logp - logp
    return -log_ratio, log_ratio.pow(2).mul(0.5), ratio - 1 - log_ratio


def shaped_rewards(score, logp, ref_logp, beta, mask):
    rewards = -beta * (logp - ref_logp) * mask
    where = (mask * torch.arange(1, len(mask) + 1)).argmax()
    rewards = rewards.clone()
    rewards[where] = rewards[where] + score
    return rewards
