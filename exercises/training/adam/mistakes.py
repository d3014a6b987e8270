"""What people get wrong in Adam. Each docstring is the explanation."""

import torch


def _run(param, grads, lr, b1, b2, eps, l2, step, *, coupled=True, fresh=False, store=False):
    """The loop, with `step(m, v, t)` as the direction that lr is multiplied with."""
    m, v = torch.zeros_like(param), torch.zeros_like(param)
    for t, g in enumerate(grads, 1):
        if fresh:
            m, v = torch.zeros_like(param), torch.zeros_like(param)
        g = g + l2 * param if coupled else g
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        if store:
            m, v = m / (1 - b1**t), v / (1 - b2**t)
        if not coupled:
            param = param * (1 - lr * l2)
        param = param - lr * step(m, v, t)
    return param, m, v


def _right(b1, b2, eps):
    return lambda m, v, t: (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + eps)


def never_corrected(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The moments are used as they are. They start at 0 and are too small at first, v more than m, so with betas 0.9 and 0.999 the first step is more than three
    times too long. Divide by 1 - beta^t."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2, lambda m, v, t: m / (v.sqrt() + eps)
    )  # fmt: skip


def counts_from_zero(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The steps are counted from 0. Then 1 - beta^0 is 0, the first correction divides by it, and everything after is nan. The first step is number 1."""
    right = _right(beta1, beta2, eps)
    return _run(param, grads, lr, beta1, beta2, eps, l2, lambda m, v, t: right(m, v, t - 1))


def always_step_one(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The correction divides by 1 - beta in every step. That is right for the first one only: after t steps the weights add up to 1 - beta^t, so t has
    to grow."""
    right = _right(beta1, beta2, eps)
    return _run(param, grads, lr, beta1, beta2, eps, l2, lambda m, v, t: right(m, v, 1))


def stores_the_corrected(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The corrected moments overwrite the state, so the next step corrects them once more and they come out too large. Correct copies; the state stays plain."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2, lambda m, v, t: m / (v.sqrt() + eps), store=True
    )  # fmt: skip


def eps_under_the_root(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """eps stands under the root. There it is compared with *squared* gradients, and parameters with small gradients nearly stop. Add it to the root."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2,
        lambda m, v, t: (m / (1 - beta1**t)) / (v / (1 - beta2**t) + eps).sqrt(),
    )  # fmt: skip


def eps_before_the_correction(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """eps is added to the root of the *uncorrected* v, and the correction comes afterwards. The correction then enlarges eps as well, most in the first steps. This
    short form is in use, but here eps meets the corrected root."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2,
        lambda m, v, t: (1 - beta2**t) ** 0.5 / (1 - beta1**t) * m / (v.sqrt() + eps),
    )  # fmt: skip


def variance_around_the_mean(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """v averages the squared distance from m, which is a variance. Adam's second moment is of the gradient itself: nothing is subtracted before
    squaring."""
    m, v = torch.zeros_like(param), torch.zeros_like(param)
    right = _right(beta1, beta2, eps)
    for t, g in enumerate(grads, 1):
        g = g + l2 * param
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * (g - m) ** 2
        param = param - lr * right(m, v, t)
    return param, m, v


def moments_start_anew(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The moments begin at 0 in every step, so nothing is averaged. Set them to 0 once, before the loop."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2, _right(beta1, beta2, eps), fresh=True
    )  # fmt: skip


def decay_is_decoupled(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    """The decay shrinks the parameter beside the step. That is AdamW. Asked for is the L2 form, where l2 · param is part of the gradient and
    passes through both moments."""
    return _run(
        param, grads, lr, beta1, beta2, eps, l2, _right(beta1, beta2, eps), coupled=False
    )  # fmt: skip


def newest_first(beta, n):
    """The weights are in the wrong order: the largest one belongs to the newest gradient, and the newest is the last of the list."""
    return (1 - beta) * beta ** torch.arange(n, dtype=torch.float64)


def adds_up_to_one(beta, n):
    """The weights are scaled so that they add up to 1. They add up to 1 - beta^n, as the rest is still on the starting value 0. This gap is what the
    bias correction repairs."""
    weights = beta ** torch.arange(n - 1, -1, -1, dtype=torch.float64)
    return weights / weights.sum()
