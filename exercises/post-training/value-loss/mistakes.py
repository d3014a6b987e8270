"""What people get wrong in the value loss. Each docstring is the explanation."""

import torch


def _near(values, old, clip):
    return old + (values - old).clamp(-clip, clip)


def smaller_of_both(values, old_values, returns, mask, clip):
    """The smaller error counts. Then a value that has already moved too far gets the mild loss and no push back; take the larger of the two errors."""
    old, target = old_values.detach(), returns.detach()
    near = _near(values, old, clip)
    return 0.5 * torch.minimum((values - target) ** 2, (near - target) ** 2)[mask].mean()


def clips_the_returns(values, old_values, returns, mask, clip):
    """You limit the returns to a range around the old values. The target stays what it is; what is limited is how far the *prediction* may move."""
    old, target = old_values.detach(), returns.detach()
    near = old + (target - old).clamp(-clip, clip)
    return 0.5 * torch.maximum((values - target) ** 2, (values - near) ** 2)[mask].mean()


def clips_the_value_itself(values, old_values, returns, mask, clip):
    """The value is limited to -clip to clip. What is limited is its *change* since the batch was sampled: old + clamp(new - old)."""
    target = returns.detach()
    near = values.clamp(-clip, clip)
    return 0.5 * torch.maximum((values - target) ** 2, (near - target) ** 2)[mask].mean()


def no_clipping(values, old_values, returns, mask, clip):
    """This is the plain squared error; old values and clip are not used."""
    return 0.5 * (values - returns.detach()).square()[mask].mean()


def forgets_the_half(values, old_values, returns, mask, clip):
    """The loss is twice as large as asked: the half in front of the squared error is missing."""
    old, target = old_values.detach(), returns.detach()
    near = _near(values, old, clip)
    return torch.maximum((values - target) ** 2, (near - target) ** 2)[mask].mean()


def padding_in_the_mean(values, old_values, returns, mask, clip):
    """Padding is set to 0 but still counted: you divide by all places. Divide by the number of real tokens, or batches with much padding
    get a small loss."""
    old, target = old_values.detach(), returns.detach()
    near = _near(values, old, clip)
    worse = torch.maximum((values - target) ** 2, (near - target) ** 2)
    return 0.5 * torch.where(mask, worse, torch.zeros_like(worse)).mean()


def returns_get_a_gradient(values, old_values, returns, mask, clip):
    """Gradients flow into the returns and old values. They are numbers from the past: `detach()` them, or the targets move towards the predictions."""
    near = _near(values, old_values, clip)
    return 0.5 * torch.maximum((values - returns) ** 2, (near - returns) ** 2)[mask].mean()


def whitens_padding_too(x, mask, eps=1e-8):
    """Mean and variance are taken over all places, padding included. Padding is not data; it pulls the mean towards whatever stands there."""
    return ((x - x.mean()) / (x.var(correction=0) + eps).sqrt()).masked_fill(~mask, 0.0)


def sample_variance(x, mask, eps=1e-8):
    """The variance divides by n - 1, which is the default of `var` and `std`; with a single token that is 0/0. Divide by the number of real
    tokens."""
    real = x[mask]
    return ((x - real.mean()) / (real.var() + eps).sqrt()).masked_fill(~mask, 0.0)


def only_scales(x, mask, eps=1e-8):
    """The mean is not subtracted. Without centring nearly all advantages can have the same sign."""
    real = x[mask]
    return (x / (real.var(correction=0) + eps).sqrt()).masked_fill(~mask, 0.0)
