import math

import torch


def clip_by_global_norm(grads, max_norm):
    total = 0.0
    for g in grads:
        total += float((g.double() ** 2).sum())
    norm = math.sqrt(total)
    scale = max_norm / norm if norm > max_norm else 1.0
    return [g.clone().mul_(scale) for g in grads], torch.tensor(norm, dtype=grads[0].dtype)
