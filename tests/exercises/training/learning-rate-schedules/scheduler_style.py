"""With PyTorch's own schedulers where there is one."""

import warnings

import torch
from torch.optim.lr_scheduler import LambdaLR, StepLR


def _run(make, base, step):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base)
    scheduler = make(optimizer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(step):
            scheduler.step()
    return float(scheduler.get_last_lr()[0])


def linear_decay(step, warmup, total, peak):
    def share(now):
        if now < warmup:
            return now / max(1, warmup)
        return max(0.0, (total - now) / max(1, total - warmup))

    return _run(lambda optimizer: LambdaLR(optimizer, share), peak, step)


def inverse_sqrt(step, width, warmup):
    share = lambda now: min((now or 1) ** -0.5, now / warmup**1.5)  # noqa: E731
    return _run(lambda optimizer: LambdaLR(optimizer, share), width**-0.5, step)


def warmup_stable_decay(step, warmup, stable, decay, peak, floor):
    def share(now):
        if now < warmup:
            return now / warmup
        left = min(max(warmup + stable + decay - now, 0), decay) / decay
        return (floor + (peak - floor) * left) / peak

    return _run(lambda optimizer: LambdaLR(optimizer, share), peak, step)


def step_decay(step, base, size, gamma):
    return _run(lambda optimizer: StepLR(optimizer, size, gamma), base, step)
