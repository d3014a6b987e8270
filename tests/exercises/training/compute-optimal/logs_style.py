"""All in logarithms: at the best size two straight lines cross."""

import math


def parametric_loss(n, d, params):
    size = math.exp(math.log(params["A"]) - params["alpha"] * math.log(n))
    data = math.exp(math.log(params["B"]) - params["beta"] * math.log(d))
    return size + data + params["E"]


def optimal_allocation(flops, params):
    # log(alpha A) - alpha u = log(beta B) - beta (k - u)
    k = math.log(flops) - math.log(6)
    gap = math.log(params["alpha"] * params["A"]) - math.log(params["beta"] * params["B"])
    u = (gap + params["beta"] * k) / (params["alpha"] + params["beta"])
    return math.exp(u), math.exp(k - u)


def rule_of_20(flops):
    u = 0.5 * (math.log(flops) - math.log(120))
    return math.exp(u), math.exp(u + math.log(20))


def excess_loss(flops, n, params):
    best_n, best_d = optimal_allocation(flops, params)
    d = best_n * best_d / n
    return parametric_loss(n, d, params) - parametric_loss(best_n, best_d, params)
