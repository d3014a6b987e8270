"""What people get wrong in the GRPO loss. Each docstring is the explanation."""

import torch


def _loss(
    logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token,
    *, pick=torch.minimum, kl_sign=1.0, flip=1.0, held=lambda t: t.detach(), padded=False,
):  # fmt: skip
    ratio, advantage = (logp - held(old_logp)).exp(), advantages.detach()[:, None]
    objective = pick(ratio * advantage, ratio.clamp(1 - clip, 1 + clip) * advantage)
    away = flip * (ref_logp.detach() - logp)
    loss = kl_sign * beta * (away.expm1() - away) - objective
    loss = loss.masked_fill(~mask, 0.0)
    if padded:
        return loss.mean()
    if per_token:
        return loss.sum() / mask.sum()
    return (loss.sum(1) / mask.sum(1)).mean()


def kl_subtracted(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """The KL term is subtracted. In a loss that is minimised this rewards drifting away from the reference; a penalty is added."""
    args = logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token
    return _loss(*args, kl_sign=-1.0)


def kl_upside_down(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """k3 uses policy over reference. It is reference over policy: e^(r - p) - 1 - (r - p)."""
    args = logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token
    return _loss(*args, flip=-1.0)


def kl_in_the_advantage(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """The penalty goes into the advantage, as in PPO-based RLHF, where it is part of the reward. GRPO adds it to the loss, so it is not clipped and has a gradient of its
    own."""
    ratio = (logp - old_logp.detach()).exp()
    advantage = advantages[:, None] - beta * (logp - ref_logp).detach()
    loss = -torch.minimum(ratio * advantage, ratio.clamp(1 - clip, 1 + clip) * advantage)
    loss = loss.masked_fill(~mask, 0.0)
    return loss.sum() / mask.sum() if per_token else (loss.sum(1) / mask.sum(1)).mean()


def maximum_of_both(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """The larger of the clipped and the unclipped term counts. The objective is pessimistic and takes the smaller one; only after the sign is turned round does
    it become a maximum."""
    args = logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token
    return _loss(*args, pick=torch.maximum)


def always_per_token(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """All tokens of the batch count alike, whatever `per_token` says. By default each *answer* counts alike: average over its own tokens first."""
    return _loss(logp, old_logp, ref_logp, advantages, mask, clip, beta, True)


def always_per_answer(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """`per_token` is not used: each answer counts alike, so a token of a long answer counts less than one of a short answer."""
    return _loss(logp, old_logp, ref_logp, advantages, mask, clip, beta, False)


def padding_counted(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """You divide by all places, padding included. Divide by the number of real tokens."""
    args = logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token
    return _loss(*args, padded=True)


def old_has_a_gradient(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    """A gradient flows into the old log-probabilities. They were written down when the answers were sampled: `detach()` them."""
    args = logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token
    return _loss(*args, held=lambda t: t)
