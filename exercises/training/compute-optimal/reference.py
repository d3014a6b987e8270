"""Compute-optimal sizes. Source: Hoffmann et al., arXiv:2203.15556 eq. 2 and 4 (surface, closed form), Table 3 (about 20 tokens per parameter)."""

import math


def parametric_loss(n: float, d: float, params: dict[str, float]) -> float:
    return params["E"] + params["A"] / n ** params["alpha"] + params["B"] / d ** params["beta"]


def optimal_allocation(flops: float, params: dict[str, float]) -> tuple[float, float]:
    alpha, beta = params["alpha"], params["beta"]
    product = flops / 6  # n * d
    ratio = alpha * params["A"] / (beta * params["B"])
    n = (ratio * product**beta) ** (1 / (alpha + beta))
    return n, product / n


def rule_of_20(flops: float) -> tuple[float, float]:
    n = math.sqrt(flops / 120)  # 6 * n * 20 n
    return n, 20 * n


def excess_loss(flops: float, n: float, params: dict[str, float]) -> float:
    best = parametric_loss(*optimal_allocation(flops, params), params)
    return parametric_loss(n, flops / (6 * n), params) - best
