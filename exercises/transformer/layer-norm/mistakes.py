"""What people get wrong in layer norm. Each docstring is the explanation."""


def sample_variance(x, gain, shift, eps=1e-5):
    """The variance divides by d - 1, which is the default of `x.var()`. Layer norm divides by d: `unbiased=False`."""
    return (x - x.mean(-1, keepdim=True)) / (x.var(-1, keepdim=True) + eps).sqrt() * gain + shift


def over_the_tokens(x, gain, shift, eps=1e-5):
    """Statistics are taken over the first dimension, so tokens (or sequences) influence each other. Layer norm looks at one token's
    features: the last dimension."""
    centred = x - x.mean(0, keepdim=True)
    return centred / (centred.square().mean(0, keepdim=True) + eps).sqrt() * gain + shift


def eps_outside_the_root(x, gain, shift, eps=1e-5):
    """eps is added to the standard deviation, outside of the root. For small variances that is something quite different: with eps 1e-5
    the root of it is 0.003."""
    centred = x - x.mean(-1, keepdim=True)
    spread = centred.square().mean(-1, keepdim=True)
    return centred / ((spread + 1e-30).sqrt() + eps) * gain + shift


def mean_not_subtracted(x, gain, shift, eps=1e-5):
    """The mean is not subtracted. Dividing by the root of the mean square is RMSNorm; layer norm centres the vector first."""
    return x / (x.square().mean(-1, keepdim=True) + eps).sqrt() * gain + shift


def gain_and_shift_swapped(x, gain, shift, eps=1e-5):
    """Gain and shift are exchanged: the first multiplies, the second is added."""
    centred = x - x.mean(-1, keepdim=True)
    return centred / (centred.square().mean(-1, keepdim=True) + eps).sqrt() * shift + gain


def divides_by_variance(x, gain, shift, eps=1e-5):
    """You divide by the variance instead of its root. Then doubling the vector halves the result, and nothing is normalised."""
    centred = x - x.mean(-1, keepdim=True)
    return centred / (centred.square().mean(-1, keepdim=True) + eps) * gain + shift


def statistics_without_gradient(x, gain, shift, eps=1e-5):
    """The numbers are right, the gradients are not: mean and variance were detached. They depend on x, and their share makes the input
    gradient add up to 0 over the features."""
    mean = x.mean(-1, keepdim=True).detach()
    spread = (x - mean).square().mean(-1, keepdim=True).detach()
    return (x - mean) / (spread + eps).sqrt() * gain + shift
