"""With G, a and b as the paper writes them."""


def parametric_loss(n, d, params):
    E, A, B, alpha, beta = (params[key] for key in ("E", "A", "B", "alpha", "beta"))
    return E + A / n**alpha + B / d**beta


def optimal_allocation(flops, params):
    alpha, beta = params["alpha"], params["beta"]
    G = (alpha * params["A"] / (beta * params["B"])) ** (1 / (alpha + beta))
    a, b = beta / (alpha + beta), alpha / (alpha + beta)
    return G * (flops / 6) ** a, (flops / 6) ** b / G


def rule_of_20(flops):
    d = (20 * flops / 6) ** 0.5
    return d / 20, d


def excess_loss(flops, n, params):
    best = optimal_allocation(flops, params)
    return parametric_loss(n, flops / 6 / n, params) - parametric_loss(*best, params)
