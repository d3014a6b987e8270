"""What people get wrong in PPO's loss. Each docstring is the explanation."""

import torch


def _terms(logp, old_logp, advantages, clip):
    a = advantages.detach()
    ratio = (logp - old_logp.detach()).exp()
    return ratio * a, ratio.clamp(1 - clip, 1 + clip) * a


def maximum_of_both(logp, old_logp, advantages, mask, clip):
    """You take the larger of the two terms. The objective is the *smaller* one, a cautious bound; with the larger one clipping has no effect where it
    matters."""
    plain, clipped = _terms(logp, old_logp, advantages, clip)
    return -torch.maximum(plain, clipped)[mask].mean()


def clips_the_product(logp, old_logp, advantages, mask, clip):
    """The product of ratio and advantage is clipped to 1 ± ε. It is the ratio that is clipped; the advantage may have any size and sign."""
    plain, _ = _terms(logp, old_logp, advantages, clip)
    return -torch.minimum(plain, plain.clamp(1 - clip, 1 + clip))[mask].mean()


def clipped_term_only(logp, old_logp, advantages, mask, clip):
    """Only the clipped term is used. Where a good token has become too unlikely (or a bad one too likely) it is flat, and nothing pulls it back. The minimum
    keeps the unclipped term there."""
    _, clipped = _terms(logp, old_logp, advantages, clip)
    return -clipped[mask].mean()


def no_clipping(logp, old_logp, advantages, mask, clip):
    """Nothing is clipped: this is the plain surrogate ratio · A. After a few steps on the same samples it rewards going further and further."""
    plain, _ = _terms(logp, old_logp, advantages, clip)
    return -plain[mask].mean()


def maximises(logp, old_logp, advantages, mask, clip):
    """The sign is missing: this is the objective, which is to be *maximised*. A loss is its negative."""
    plain, clipped = _terms(logp, old_logp, advantages, clip)
    return torch.minimum(plain, clipped)[mask].mean()


def padding_counted(logp, old_logp, advantages, mask, clip):
    """The mean runs over all places, padding included. Real tokens then count less the more padding there is. Divide by the number of real tokens."""
    plain, clipped = _terms(logp, old_logp, advantages, clip)
    return -(torch.minimum(plain, clipped) * mask).mean()


def old_has_a_gradient(logp, old_logp, advantages, mask, clip):
    """The value is right, but gradients flow into the old log-probabilities and the advantages. Both are records of the past: detach them."""
    ratio = (logp - old_logp).exp()
    plain, clipped = ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages
    return -torch.minimum(plain, clipped)[mask].mean()
