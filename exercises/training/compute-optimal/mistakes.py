"""What people get wrong in sizing a model. Each docstring is the explanation."""

import math


def _loss(n, d, p):
    return p["E"] + p["A"] / n ** p["alpha"] + p["B"] / d ** p["beta"]


def _best(flops, p):
    product = flops / 6
    ratio = p["alpha"] * p["A"] / (p["beta"] * p["B"])
    n = (ratio * product ** p["beta"]) ** (1 / (p["alpha"] + p["beta"]))
    return n, product / n


def exponents_swapped(flops, params):
    """The exponents are exchanged: your n grows with C^(α/(α+β)). It is the *data* exponent β that stands on top for n. If more tokens hardly help (small β), it takes more and
    more of them, and less of the growth is left for n."""
    a, b = params["alpha"], params["beta"]
    n = (a * params["A"] / (b * params["B"])) ** (1 / (a + b)) * (flops / 6) ** (a / (a + b))
    return n, flops / 6 / n


def six_forgotten(flops, params):
    """You work with C = N·D. A training token costs about 6 operations per parameter, 2 in the forward pass and 4 in the backward pass, so n·d is C/6."""
    return _best(6 * flops, params)


def coefficients_upside_down(flops, params):
    """The quotient of the coefficients is upside down. A large A means that small models are bad, so n has to grow with A."""
    a, b = params["alpha"], params["beta"]
    n = (b * params["B"] / (a * params["A"]) * (flops / 6) ** b) ** (1 / (a + b))
    return n, flops / 6 / n


def exponents_missing_in_front(flops, params):
    """The quotient is A/B. The derivative of A/N^α brings α down in front, and that of B/D^β brings β: it is αA/(βB). Equal *slopes* are wanted, not equal terms."""
    a, b = params["alpha"], params["beta"]
    n = (params["A"] / params["B"] * (flops / 6) ** b) ** (1 / (a + b))
    return n, flops / 6 / n


def root_forgotten(flops, params):
    """The factor αA/(βB) is missing its root: it belongs to N^(α+β), so it comes under the power 1/(α+β) as well."""
    a, b = params["alpha"], params["beta"]
    n = a * params["A"] / (b * params["B"]) * (flops / 6) ** (b / (a + b))
    return n, flops / 6 / n


def budget_not_kept(flops, params):
    """n and d get the same factor, so 6·n·d is not the budget any more. What n takes more, d has to do with less: divide by the factor, or take d = C/(6n)."""
    a, b = params["alpha"], params["beta"]
    factor = (a * params["A"] / (b * params["B"])) ** (1 / (a + b))
    return factor * (flops / 6) ** (b / (a + b)), factor * (flops / 6) ** (a / (a + b))


def rule_without_the_six(flops):
    """You solve C = N · 20N. With the 6 operations per parameter and token it is C = 6 · N · 20N = 120 N²."""
    n = math.sqrt(flops / 20)
    return n, 20 * n


def twenty_parameters_per_token(flops):
    """Parameters and tokens are exchanged: there should be 20 tokens for each parameter."""
    d = math.sqrt(flops / 120)
    return 20 * d, d


def no_floor(n, d, params):
    """E is missing. Even an infinitely large model with infinite data keeps this loss, since text is not fully predictable."""
    return params["A"] / n ** params["alpha"] + params["B"] / d ** params["beta"]


def tokens_of_the_best_size(flops, n, params):
    """The model of size n is given as many tokens as the best one. That is another budget: a larger model could afford fewer of them, a smaller one more. Take C/(6n)."""
    best = _best(flops, params)
    return _loss(n, best[1], params) - _loss(*best, params)


def measured_from_the_floor(flops, n, params):
    """You subtract E. The lowest loss that the budget allows is far above the floor, which takes infinite compute."""
    return _loss(n, flops / (6 * n), params) - params["E"]
