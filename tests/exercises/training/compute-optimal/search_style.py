"""No calculus: the interval in which the best size lies is cut smaller and smaller."""

import math


def parametric_loss(n, d, params):
    return params["E"] + params["A"] * n ** -params["alpha"] + params["B"] * d ** -params["beta"]


def _reducible(log_n, flops, params):
    n = math.exp(log_n)
    return parametric_loss(n, flops / 6 / n, {**params, "E": 0.0})


def optimal_allocation(flops, params):
    low, high = -20.0, 100.0
    for _ in range(300):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        if _reducible(left, flops, params) < _reducible(right, flops, params):
            high = right
        else:
            low = left
    n = math.exp((low + high) / 2)
    return n, flops / 6 / n


def rule_of_20(flops):
    low, high = 0.0, flops
    for _ in range(400):
        middle = (low + high) / 2
        if 6 * middle * 20 * middle < flops:
            low = middle
        else:
            high = middle
    return low, 20 * low


def excess_loss(flops, n, params):
    best_n, best_d = optimal_allocation(flops, params)
    best = parametric_loss(best_n, best_d, params)
    return parametric_loss(n, flops / 6 / n, params) - best
