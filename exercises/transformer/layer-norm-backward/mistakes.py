"""What people get wrong in layer norm's backward pass. Each docstring is the explanation."""


def _forward(x, eps):
    centred = x - x.mean(-1, keepdim=True)
    scale = (centred.square().mean(-1, keepdim=True) + eps).rsqrt()
    return centred, scale, centred * scale


def _mean(t):
    return t.mean(-1, keepdim=True)


def _input(inner, scale, normal):
    return scale * (inner - _mean(inner) - normal * _mean(inner * normal))


def _sum(t):
    return t.reshape(-1, t.shape[-1]).sum(0)


def statistics_are_constants(grad, x, gain, eps=1e-5):
    """You treat mean and variance as constants, so only grad · gain / root remains in dx. Every entry of x also moves the mean and the variance, and with them all outputs."""
    _, scale, normal = _forward(x, eps)
    return grad * gain * scale, _sum(grad * normal), _sum(grad)


def variance_is_constant(grad, x, gain, eps=1e-5):
    """dx lacks the share that goes through the variance: n times the mean of (gradient · n) has to be subtracted as well."""
    _, scale, normal = _forward(x, eps)
    inner = grad * gain
    return scale * (inner - _mean(inner)), _sum(grad * normal), _sum(grad)


def mean_is_constant(grad, x, gain, eps=1e-5):
    """dx lacks the share that goes through the mean. Subtract the mean of the gradient over the features; then dx adds up to 0."""
    _, scale, normal = _forward(x, eps)
    inner = grad * gain
    return scale * (inner - normal * _mean(inner * normal)), _sum(grad * normal), _sum(grad)


def gain_left_out(grad, x, gain, eps=1e-5):
    """The gain is missing in dx. The output is n · gain + shift, so the gradient at n is grad · gain, and that is what goes on to x."""
    _, scale, normal = _forward(x, eps)
    return _input(grad, scale, normal), _sum(grad * normal), _sum(grad)


def gain_meets_the_raw_input(grad, x, gain, eps=1e-5):
    """dgain multiplies the gradient by x. The gain is multiplied with the *normalised* vector, so that is its derivative."""
    _, scale, normal = _forward(x, eps)
    return _input(grad * gain, scale, normal), _sum(grad * x), _sum(grad)


def averages_over_the_vectors(grad, x, gain, eps=1e-5):
    """dgain and dshift are averaged over the vectors. One gain serves all of them, and gradients of several uses add up; a mean belongs into the loss."""
    _, scale, normal = _forward(x, eps)
    number = x.numel() // x.shape[-1]
    return _input(grad * gain, scale, normal), _sum(grad * normal) / number, _sum(grad) / number


def sums_the_first_dimension_only(grad, x, gain, eps=1e-5):
    """dgain and dshift are summed over the first dimension only. There may be more leading dimensions, or none: the result always has the shape (d,)."""
    _, scale, normal = _forward(x, eps)
    return _input(grad * gain, scale, normal), (grad * normal).sum(0), grad.sum(0)


def sample_variance(grad, x, gain, eps=1e-5):
    """The variance divides by d - 1, the default of `x.var()`. Layer norm divides by d: `correction=0`."""
    centred = x - _mean(x)
    scale = (x.var(-1, keepdim=True) + eps).rsqrt()
    normal = centred * scale
    return _input(grad * gain, scale, normal), _sum(grad * normal), _sum(grad)


def eps_outside_the_root(grad, x, gain, eps=1e-5):
    """eps is added to the standard deviation, outside of the root. For small variances that is something quite different: with eps 1e-5 the root of it is 0.003."""
    centred = x - _mean(x)
    scale = 1 / (_mean(centred.square()).sqrt() + eps)
    normal = centred * scale
    return _input(grad * gain, scale, normal), _sum(grad * normal), _sum(grad)


def variance_by_difference(grad, x, gain, eps=1e-5):
    """You compute the variance as mean(x²) - mean². With a large mean these are two huge, nearly equal numbers, and in float32 their difference is noise, perhaps negative. Subtract
    the mean first, then square."""
    scale = (_mean(x.square()) - _mean(x).square() + eps).rsqrt()
    normal = (x - _mean(x)) * scale
    return _input(grad * gain, scale, normal), _sum(grad * normal), _sum(grad)
