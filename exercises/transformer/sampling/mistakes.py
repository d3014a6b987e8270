"""What people get wrong in sampling. Each docstring is the explanation."""

import torch


def _probs(logits, temperature, top_k, top_p, *, keep=None, divide=True, normalise=True):
    if temperature == 0:
        return torch.zeros_like(logits).scatter(0, logits.argmax()[None], 1.0)
    ordered, index = (logits / temperature if divide else logits * temperature).sort(
        descending=True
    )
    full = ordered.softmax(-1)
    if top_k is not None:
        ordered = ordered.masked_fill(torch.arange(len(ordered)) >= top_k, -torch.inf)
    probs = ordered.softmax(-1) if normalise else torch.where(ordered > -torch.inf, full, 0.0)
    if top_p is not None:
        before = probs.cumsum(-1) - probs
        kept = (before < top_p) if keep is None else keep(probs, before, top_p)
        probs = probs * kept
        probs = probs / probs.sum() if normalise else probs
    return torch.zeros_like(probs).scatter(0, index, probs)


def multiplies_by_temperature(logits, temperature=1.0, top_k=None, top_p=None):
    """The logits are multiplied by the temperature, so a *high* temperature makes the choice sharper. It divides them."""
    return _probs(logits, temperature, top_k, top_p, divide=False)


def drops_the_crossing_token(logits, temperature=1.0, top_k=None, top_p=None):
    """The token that crosses p is left out: you keep tokens while the mass *including* them is below p. Then the set does not reach p, and for a small p it is
    empty."""

    def keep(probs, before, p):
        kept = before + probs < p
        kept[0] = True
        return kept

    return _probs(logits, temperature, top_k, top_p, keep=keep)


def not_renormalised(logits, temperature=1.0, top_k=None, top_p=None):
    """After filtering, the remaining probabilities do not add up to 1. Divide by their sum."""
    return _probs(logits, temperature, top_k, top_p, normalise=False)


def threshold_per_token(logits, temperature=1.0, top_k=None, top_p=None):
    """You keep the tokens whose own probability is at least 1 - p (or the largest). p is a total: the mass of the set that is kept."""

    def keep(probs, before, p):
        kept = probs >= 1 - p
        kept[0] = True
        return kept

    return _probs(logits, temperature, top_k, top_p, keep=keep)


def top_p_before_temperature(logits, temperature=1.0, top_k=None, top_p=None):
    """top-p is decided at temperature 1, and the temperature applied afterwards. Temperature comes first: it changes how many tokens reach the mass p."""
    if top_p is None or temperature == 0:
        return _probs(logits, temperature, top_k, top_p)
    kept = _probs(logits, 1.0, top_k, top_p) > 0
    return (logits / temperature).masked_fill(~kept, -torch.inf).softmax(-1)


def top_k_ignored(logits, temperature=1.0, top_k=None, top_p=None):
    """top_k is not used. Only the k largest logits may keep a probability."""
    return _probs(logits, temperature, None, top_p)


def zero_temperature_is_nan(logits, temperature=1.0, top_k=None, top_p=None):
    """Temperature 0 divides by zero and gives nan. Its limit is greedy: all probability on the largest logit."""
    if temperature == 0:
        return (logits / 0.0 * 0.0).softmax(-1)
    return _probs(logits, temperature, top_k, top_p)
