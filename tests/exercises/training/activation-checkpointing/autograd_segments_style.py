"""Autograd inside a segment, the chain rule between segments."""

import math

import torch


def _run(h, part):
    for w in part:
        h = torch.einsum("bi,oi->bo", h, w).tanh()
    return h


def checkpointed_gradients(x, weights, grad, every):
    parts = [weights[i : i + every] for i in range(0, len(weights), every)]
    points = [x]
    with torch.no_grad():
        for part in parts[:-1]:
            points.append(_run(points[-1], part))
    found = []
    while parts:
        part, point = parts.pop(), points.pop()
        with torch.enable_grad():
            leaves = [t.detach().requires_grad_() for t in (point, *part)]
            out = _run(leaves[0], leaves[1:])
            grad, *some = torch.autograd.grad(out, leaves, grad)
        found = [*some, *found]
        del out, leaves
    return grad, found


def checkpoint_cost(layers, every):
    segments = math.ceil(layers / every)
    return segments + (every if every < layers else layers), layers - segments
