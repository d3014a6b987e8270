"""Dynamic loss scaling. Source: Micikevicius et al., arXiv:1710.03740 sec. 3.2; torch.amp.GradScaler documentation (the dynamic rule)."""

from torch import Tensor


def unscale(grads: list[Tensor], scale: float) -> tuple[list[Tensor], bool]:
    found_inf = not all(bool(grad.isfinite().all()) for grad in grads)
    return [grad.float() / scale for grad in grads], found_inf


def update_scale(
    scale: float,
    found_inf: bool,
    good_steps: int,
    growth: float = 2.0,
    backoff: float = 0.5,
    interval: int = 2000,
) -> tuple[float, int]:
    if found_inf:
        return scale * backoff, 0
    if good_steps + 1 == interval:
        return scale * growth, 0
    return scale, good_steps + 1


def scaled_step(
    params: list[Tensor],
    grads: list[Tensor],
    scale: float,
    good_steps: int,
    lr: float,
    interval: int = 2000,
) -> tuple[list[Tensor], float, int]:
    grads, found_inf = unscale(grads, scale)
    if not found_inf:
        params = [param - lr * grad for param, grad in zip(params, grads)]
    return params, *update_scale(scale, found_inf, good_steps, interval=interval)
