"""What people get wrong in KL estimates. Each docstring is the explanation."""

import torch


def _k(d):
    return d, d.square() / 2, torch.expm1(-d) + d


def k3_upside_down(logp, ref_logp):
    """k3 uses policy over reference. It is reference over policy: e^(-d) - 1 + d. Turned round it is still never negative, but estimates something else."""
    d = logp - ref_logp
    return d, d.square() / 2, torch.expm1(d) - d


def clamps_k1(logp, ref_logp):
    """Negative k1 values are cut off at 0. Single values may be negative although the KL is not; cutting them off makes every sum too large."""
    k1, k2, k3 = _k(logp - ref_logp)
    return k1.clamp(min=0), k2, k3


def k2_without_half(logp, ref_logp):
    """k2 is twice too large: it is *half* the squared log-ratio."""
    k1, k2, k3 = _k(logp - ref_logp)
    return k1, 2 * k2, k3


def reference_minus_policy(logp, ref_logp):
    """The log-ratio is turned round. For KL of the policy from the reference it is the policy's log-probability minus the reference's."""
    return _k(ref_logp - logp)


def penalty_added(score, logp, ref_logp, beta, mask):
    """The penalty is *added*: drifting away from the reference would be rewarded. It is minus beta times the log-ratio."""
    rewards = torch.where(mask, beta * (logp - ref_logp), 0.0)
    return rewards + score * (torch.arange(len(mask)) == int(mask.nonzero().max())).to(
        rewards.dtype
    )


def score_on_padding(score, logp, ref_logp, beta, mask):
    """The score stands at the last *place*, which may be padding. It belongs to the last token of the answer; find it in the mask."""
    rewards = torch.where(mask, -beta * (logp - ref_logp), 0.0)
    return rewards + score * (torch.arange(len(mask)) == len(mask) - 1).to(rewards.dtype)


def score_at_every_token(score, logp, ref_logp, beta, mask):
    """Each answer token gets the whole score. The reward model scored the answer once, so it comes once, at the end."""
    return torch.where(mask, score - beta * (logp - ref_logp), 0.0)
