"""What is true of right `huber_objective`, `log_loss` and `objective_gradient`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

DOUBLE = torch.float64
TINY = 1e-13
"""How exact objectives must be: with delta = 1e-3 they are small numbers."""


def parameters(draw: Draw) -> torch.Tensor:
    """theta near the published fit, so that all three terms of the loss count."""
    middle = torch.tensor([6.0, 6.0, 0.5, 0.34, 0.28], dtype=DOUBLE)
    spread = torch.tensor([0.8, 0.8, 0.3, 0.03, 0.03], dtype=DOUBLE)
    return middle + spread * (2.0 * draw.uniform(5, dtype=DOUBLE) - 1.0)


def sizes(draw: Draw, runs: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Parameters and tokens over a few orders of magnitude."""
    return tuple(
        10 ** draw.uniform(runs, dtype=DOUBLE, low=low, high=high)
        for low, high in ((7.5, 11.0), (9.0, 12.5))
    )


def predicted(theta: torch.Tensor, n: torch.Tensor, d: torch.Tensor) -> torch.Tensor:
    a, b, e, alpha, beta = theta
    return a.exp() / n**alpha + b.exp() / d**beta + e.exp()


def problem(draw: Draw, runs: int, delta: float = 1e-3):
    """theta, n, d and losses: some are within delta of the prediction, others far off."""
    theta, (n, d) = parameters(draw), sizes(draw, runs)
    far = torch.tensor([0.2, 0.7, 1.5, 30.0, 150.0], dtype=DOUBLE).repeat(runs)[:runs]
    side = 1.0 - 2.0 * draw.boolean_mask(runs).double()
    shift = delta * far * side * (0.9 + 0.2 * draw.uniform(runs, dtype=DOUBLE))
    return theta, n, d, predicted(theta, n, d) * shift.exp()


@claim(
    "The examples of the task come out.",
    otherwise="The first run is within delta, the second is not.",
    atol=TINY,
)
def example(draw: Draw):
    theta = torch.tensor([6.0, 6.0, 0.5, 0.34, 0.28], dtype=DOUBLE)
    n, d = torch.tensor([7e10, 2.8e11], dtype=DOUBLE), torch.tensor([1.4e12, 3e11], dtype=DOUBLE)
    loss = torch.tensor([1.892, 1.99], dtype=DOUBLE)
    return [
        Call(theta, n, d, entry="log_loss"),
        Call(theta, n, d, loss),
        Call(theta, n, d, loss, entry="objective_gradient"),
    ]


@claim(
    "The surface is right: every constant and exponent is where it belongs.",
    otherwise="A and α go with N, B and β with D, and E stands alone.",
)
def surface(draw: Draw):
    return [
        Call(parameters(draw), *sizes(draw, runs), entry="log_loss")
        for runs in (1, draw.integer(4, 9))
    ]


@claim(
    "Gradients of the surface reach all five parameters.",
    otherwise="Stay inside torch from theta to the result.",
)
def surface_gradient(draw: Draw):
    runs = draw.integer(6, 9)
    upstream = draw.normal(runs, dtype=DOUBLE)
    return Call(parameters(draw), *sizes(draw, runs), entry="log_loss", wrt=(0,), upstream=upstream)


@claim(
    "Wild parameters give finite numbers.",
    otherwise="Never take the exponential of a whole term; logsumexp needs none.",
)
def wild(draw: Draw):
    n, d = sizes(draw, 5)
    calls = []
    for constants in ((900.0, 3.0, 1.0), (5.0, 1200.0, 2.0), (-900.0, -950.0, -1000.0)):
        theta = parameters(draw)
        theta[:3] = torch.tensor(constants, dtype=DOUBLE)
        loss = 2.0 + draw.uniform(5, dtype=DOUBLE)
        calls += [
            Call(theta, n, d, entry="log_loss", wrt=(0,)),
            Call(theta, n, d, loss),
            Call(theta, n, d, loss, entry="objective_gradient"),
        ]
    return calls


@claim(
    "The objective is right for runs near and far from the surface.",
    otherwise="Half the square up to delta, a straight line beyond it, summed over the runs.",
    atol=TINY,
)
def objective(draw: Draw):
    return [Call(*problem(draw, runs)) for runs in (1, 2, 5, draw.integer(6, 12))]


@claim(
    "Another delta moves the bend.",
    otherwise="delta stands in three places, and the default is 0.001.",
    atol=TINY,
)
def other_delta(draw: Draw):
    return [
        Call(*problem(draw, 6, 0.01), 0.01),
        Call(*problem(draw, 6, 0.002), delta=0.002),
        Call(*problem(draw, 7), 10.0),
        Call(*problem(draw, 6, 0.01), 0.01, entry="objective_gradient"),
        Call(*problem(draw, 6, 0.01), delta=0.02, entry="objective_gradient"),
    ]


@claim(
    "Autograd finds the right gradient of your objective.",
    otherwise="Stay inside torch from theta to the result.",
    atol=TINY,
)
def objective_by_autograd(draw: Draw):
    return [Call(*problem(draw, runs), wrt=(0,)) for runs in (1, 6)]


@claim(
    "The gradient is right in all five places.",
    otherwise="Cut the residual off at delta, share it out by softmax, multiply by -log N and -log D.",
    atol=TINY,
)
def gradient(draw: Draw):
    return [
        Call(*problem(draw, runs), entry="objective_gradient")
        for runs in (1, 2, 5, draw.integer(6, 12))
    ]


@claim(
    "Sizes may be counted in billions, and then some are below 1.",
    otherwise="Only logarithms of the sizes occur, and they may be negative.",
    atol=TINY,
)
def billions(draw: Draw):
    theta = torch.tensor([0.5, 0.8, 0.4, 0.34, 0.28], dtype=DOUBLE)
    theta += 0.1 * draw.normal(5, dtype=DOUBLE)
    n, d = (10 ** draw.uniform(6, dtype=DOUBLE, low=-1.0, high=1.0) for _ in range(2))
    loss = predicted(theta, n, d) * (0.002 * draw.normal(6, dtype=DOUBLE)).exp()
    return [
        Call(theta, n, d, entry="log_loss"),
        Call(theta, n, d, loss),
        Call(theta, n, d, loss, entry="objective_gradient"),
    ]


@claim(
    "The gradient says how the objective changes.",
    otherwise="Move one parameter a little both ways and divide the difference of the objectives.",
)
def small_changes(draw: Draw):
    theta, *runs = problem(draw, 8)
    found = yield Call(theta, *runs, entry="objective_gradient")
    for at, name in enumerate(("a", "b", "e", "alpha", "beta")):
        step = torch.zeros_like(theta)
        step[at] = 1e-6
        up = yield Call(theta + step, *runs)
        down = yield Call(theta - step, *runs)
        slope = (up - down).item() / 2e-6
        if abs(slope - found[at].item()) > 1e-7 + 1e-4 * abs(slope):
            return Broken(
                f"For {name} the slope is {slope:.3e}, your gradient {found[at].item():.3e}."
            )
    return True


@claim(
    "A run that is far off pulls no harder when it is farther off.",
    otherwise="Beyond delta the objective grows in a straight line.",
)
def bounded(draw: Draw):
    theta, n, d, loss = problem(draw, 6)
    worse = loss.clone()
    worse[4] *= 3.0 if loss[4] > predicted(theta, n, d)[4] else 1.0 / 3.0
    before = yield Call(theta, n, d, loss, entry="objective_gradient")
    after = yield Call(theta, n, d, worse, entry="objective_gradient")
    if not torch.allclose(before, after, rtol=1e-6, atol=1e-12):
        return Broken(
            f"The gradient for a goes from {before[0].item():.3e} to {after[0].item():.3e}."
        )
    return True


@claim(
    "Where every loss is predicted exactly, objective and gradient are 0.",
    otherwise="All residuals are 0 there.",
)
def perfect(draw: Draw):
    theta, (n, d) = parameters(draw), sizes(draw, 5)
    loss = predicted(theta, n, d)
    value = yield Call(theta, n, d, loss)
    slopes = yield Call(theta, n, d, loss, entry="objective_gradient")
    if abs(value.item()) > 1e-12 or slopes.abs().max().item() > 1e-12:
        return Broken(f"The objective is {value.item():.3g} there.")
    return True


@claim(
    "Runs that are given twice count twice.",
    otherwise="It is a sum over the runs, not a mean.",
)
def counted_twice(draw: Draw):
    theta, *runs = problem(draw, 5)
    doubled = [torch.cat([tensor, tensor]) for tensor in runs]
    for entry in ("huber_objective", "objective_gradient"):
        once = yield Call(theta, *runs, entry=entry)
        twice = yield Call(theta, *doubled, entry=entry)
        if not torch.allclose(twice, 2.0 * once, rtol=1e-7, atol=1e-14):
            return Broken(f"{entry} does not double when every run is there twice.")
    return True
