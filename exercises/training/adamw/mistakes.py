"""What people get wrong in AdamW. Each docstring is the explanation."""


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad.square()


def decay_through_the_gradient(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """Weight decay is added to the gradient. That is Adam with L2: the decay goes through both moments and is divided by the root of v, so weights with
    large gradients hardly decay. AdamW shrinks the parameter directly."""
    grad = grad + weight_decay * param
    m, v = _moments(grad, m, v, beta1, beta2)
    return param - lr * (m / (1 - beta1**t)) / ((v / (1 - beta2**t)).sqrt() + eps), m, v


def no_bias_correction(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """The moments are not corrected. They start at zero and are too small at first, v more than m: the first step comes out more than three times too
    large with betas 0.9 and 0.999."""
    m, v = _moments(grad, m, v, beta1, beta2)
    return param * (1 - lr * weight_decay) - lr * m / (v.sqrt() + eps), m, v


def stores_corrected_moments(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """The step is right, but you return the *corrected* moments. They would be corrected again in the next step. Keep the plain ones."""
    m, v = _moments(grad, m, v, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return param * (1 - lr * weight_decay) - lr * m / (v.sqrt() + eps), m, v


def eps_inside_the_root(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """eps stands inside the root. There it is compared with *squared* gradients: for small gradients the step nearly vanishes."""
    m, v = _moments(grad, m, v, beta1, beta2)
    step = (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps).sqrt()
    return param * (1 - lr * weight_decay) - lr * step, m, v


def decay_not_scaled_by_lr(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """The parameter shrinks by 1 - weight_decay, without the learning rate. It would collapse within a few steps; the factor is
    1 - lr·weight_decay."""
    m, v = _moments(grad, m, v, beta1, beta2)
    step = (m / (1 - beta1**t)) / ((v / (1 - beta2**t)).sqrt() + eps)
    return param * (1 - weight_decay) - lr * step, m, v


def betas_swapped(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """The two betas are exchanged: beta1 belongs to the mean of the gradient, beta2 to the mean of its square."""
    m, v = _moments(grad, m, v, beta2, beta1)
    step = (m / (1 - beta2**t)) / ((v / (1 - beta1**t)).sqrt() + eps)
    return param * (1 - lr * weight_decay) - lr * step, m, v


def forgets_the_square(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    """The second moment collects the size of the gradient, not its square. It is a mean of squares, of which the root is taken later."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad.abs()
    step = (m / (1 - beta1**t)) / ((v / (1 - beta2**t)).sqrt() + eps)
    return param * (1 - lr * weight_decay) - lr * step, m, v
