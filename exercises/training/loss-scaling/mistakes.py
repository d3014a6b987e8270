"""What people get wrong in loss scaling. Each docstring is the explanation."""

import torch


def _bad(grads):
    return any(not bool(torch.isfinite(grad).all()) for grad in grads)


def _next(scale, found_inf, good_steps, interval):
    if found_inf:
        return scale * 0.5, 0
    return (scale * 2.0, 0) if good_steps + 1 == interval else (scale, good_steps + 1)


def divides_in_half_precision(grads, scale):
    """You divide first and turn the result into float32 afterwards. In fp16 the quotient of a small gradient is rounded to 0 or to a few bits, and the scaling was for
    nothing. Convert first."""
    return [(grad / scale).float() for grad in grads], _bad(grads)


def looks_for_inf_only(grads, scale):
    """Only inf is looked for. An overflow in the forward pass soon becomes inf - inf or 0 · inf, and that is nan. Ask for numbers that are not finite."""
    return [grad.float() / scale for grad in grads], any(
        bool(torch.isinf(grad).any()) for grad in grads
    )


def looks_at_the_last_only(grads, scale):
    """The flag is overwritten for every tensor, so only the last one decides. One bad number anywhere spoils the step."""
    return [grad.float() / scale for grad in grads], _bad(grads[-1:])


def replaces_the_inf(grads, scale):
    """Inf and nan are replaced by 0 before they are looked for, so no overflow is ever noticed. The step is then made with gradients that have holes, and the scale never
    goes down."""
    grads = [grad.float().nan_to_num(0.0, 0.0, 0.0) / scale for grad in grads]
    return grads, _bad(grads)


def overflow_counts_as_good(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """After an overflow the count goes up. Only steps that were made count, and they have to come in a row: an overflow sets the count to 0."""
    if found_inf:
        return scale * backoff, good_steps + 1
    return (scale * growth, 0) if good_steps + 1 == interval else (scale, good_steps + 1)


def count_survives_the_overflow(
    scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000
):
    """After an overflow the count stays as it was. The scale then grows again too early: the good steps have to come in a row, so the count begins at 0."""
    if found_inf:
        return scale * backoff, good_steps
    return (scale * growth, 0) if good_steps + 1 == interval else (scale, good_steps + 1)


def grows_one_late(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """The scale grows one step too late: you compare the count from before this step with the interval. This step is good as well and counts."""
    if found_inf:
        return scale * backoff, 0
    return (scale * growth, 0) if good_steps == interval else (scale, good_steps + 1)


def grows_ever_after(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """The count is not set back when the scale grows. From then on it grows in every step, until everything overflows. Begin with 0 again."""
    if found_inf:
        return scale * backoff, 0
    good_steps += 1
    return (scale * growth if good_steps >= interval else scale), good_steps


def steps_in_spite_of_inf(params, grads, scale, good_steps, lr, interval=2000):
    """The step is made although there is an inf or nan, and the parameters are inf or nan from then on. Skip the step; only the scale changes."""
    new = [param - lr * (grad.float() / scale) for param, grad in zip(params, grads)]
    return new, *_next(scale, _bad(grads), good_steps, interval)


def divides_by_the_new_scale(params, grads, scale, good_steps, lr, interval=2000):
    """The scale is updated first and the gradients are divided by the new one. They were made with the old one, so whenever the scale grows, this step is half as long."""
    found_inf = _bad(grads)
    scale, good_steps = _next(scale, found_inf, good_steps, interval)
    if not found_inf:
        params = [param - lr * (grad.float() / scale) for param, grad in zip(params, grads)]
    return params, scale, good_steps


def skips_only_bad_tensors(params, grads, scale, good_steps, lr, interval=2000):
    """Only the parameters whose own gradient has an inf are left out. The overflow spoiled the whole backward pass, and half a step is not the step of any loss. Skip it for
    all parameters."""
    new = [
        param if _bad([grad]) else param - lr * (grad.float() / scale)
        for param, grad in zip(params, grads)
    ]
    return new, *_next(scale, _bad(grads), good_steps, interval)
