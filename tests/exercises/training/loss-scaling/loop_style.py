"""Number by number."""

import math

import torch


def unscale(grads, scale):
    found = False
    new = []
    for g in grads:
        numbers = g.flatten().tolist()
        for number in numbers:
            if math.isnan(number) or math.isinf(number):
                found = True
        divided = torch.tensor([number / scale for number in numbers], dtype=torch.float32)
        new.append(divided.reshape(g.shape))
    return new, found


def update_scale(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    good_steps = 0 if found_inf else good_steps + 1
    if found_inf:
        scale = scale * backoff
    elif good_steps % interval == 0:
        scale = scale * growth
    return scale, good_steps % interval


def scaled_step(params, grads, scale, good_steps, lr, interval=2000):
    divided, found = unscale(grads, scale)
    new = [p.clone() for p in params]
    if not found:
        for p, g in zip(new, divided):
            p -= lr * g
    scale, good_steps = update_scale(scale, found, good_steps, 2.0, 0.5, interval)
    return new, scale, good_steps
