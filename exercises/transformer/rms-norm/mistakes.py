"""What people get wrong in RMSNorm. Each docstring is the explanation."""


def centres_the_vector(x, gain, eps=1e-6):
    """You subtract the mean, which makes it layer norm without a shift. RMSNorm leaves the mean where it is."""
    centred = x - x.mean(-1, keepdim=True)
    return centred / (centred.square().mean(-1, keepdim=True) + eps).sqrt() * gain


def sum_instead_of_mean(x, gain, eps=1e-6):
    """The squares are added, not averaged: you divide by the length of the vector. The result is smaller by the root of d."""
    return x / (x.square().sum(-1, keepdim=True) + eps).sqrt() * gain


def forgets_the_root(x, gain, eps=1e-6):
    """You divide by the mean square instead of its root, so doubling the vector halves the result."""
    return x / (x.square().mean(-1, keepdim=True) + eps) * gain


def eps_outside(x, gain, eps=1e-6):
    """eps is added after the root. Inside, it is compared with squares; outside it acts on a much larger scale."""
    return x / ((x.square().mean(-1, keepdim=True) + 1e-30).sqrt() + eps) * gain


def gain_plus_one(x, gain, eps=1e-6):
    """You multiply by 1 + gain. Some models store the gain that way; here it is the factor itself."""
    return x / (x.square().mean(-1, keepdim=True) + eps).sqrt() * (1 + gain)


def over_everything(x, gain, eps=1e-6):
    """One mean square is taken over the whole tensor, so tokens influence each other. Take it over the last dimension, and keep that
    dimension."""
    return x / (x.square().mean() + eps).sqrt() * gain
