"""In double precision inside; the sum of a tensor times 0 is nan if anything in it is not finite."""

import torch


def unscale(grads, scale):
    wide = [g.double() for g in grads]
    check = sum((g * 0).sum() for g in wide)
    return [(g / scale).float() for g in wide], bool(torch.isnan(check))


def update_scale(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    match found_inf, good_steps:
        case True, _:
            return backoff * scale, 0
        case False, n if n >= interval - 1:
            return growth * scale, 0
        case _:
            return scale, good_steps + 1


def scaled_step(params, grads, scale, good_steps, lr, interval=2000):
    small, found = unscale(grads, scale)
    keep = 0.0 if found else 1.0
    small = [torch.nan_to_num(g) * keep for g in small]
    after = update_scale(scale, found, good_steps, interval=interval)
    return [torch.sub(p, g, alpha=lr) for p, g in zip(params, small)], *after
