"""What is true of right `mlp_gradients`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, dtype=torch.float64):
    """x, y and four parameters; no two sizes are equal."""
    batch, n_in, hidden, n_out = draw.distinct(4, 2, 9)
    shapes = ((batch, n_in), (batch, n_out), (hidden, n_in), (hidden,), (n_out, hidden), (n_out,))
    return [draw.normal(*shape, dtype=dtype) for shape in shapes]


@claim("The example of the task comes out.", otherwise="Prediction 6, so the gradient there is 12.")
def example(draw: Draw):
    one, zero = torch.ones(1, 1), torch.zeros(1)
    return Call(torch.tensor([[1.0]]), torch.tensor([[0.0]]), 2 * one, zero, 3 * one, zero)


@claim(
    "Random problems give the right four gradients.", otherwise="Check the shapes, then the sums."
)
def random_problems(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw))]


@claim(
    "A unit whose input is negative, or exactly 0, gets no gradient.",
    otherwise="The gate of the ReLU looks at what came in, not at what comes back.",
)
def dead_units(draw: Draw):
    x, y, w1, b1, w2, b2 = problem(draw)
    b1 = torch.where(torch.arange(len(b1)) % 2 == 0, -100.0, 100.0).double()
    still = [torch.zeros_like(w1), torch.zeros_like(b1)]
    return [Call(x, y, w1, b1, w2, b2), Call(x, y, *still, w2, b2)]


@claim("Where the prediction is right, all gradients are 0.", otherwise="They start from p - y.")
def at_the_target(draw: Draw):
    x, _, w1, b1, w2, b2 = problem(draw)
    y = (x @ w1.mT + b1).relu() @ w2.mT + b2
    return Call(x, y, w1, b1, w2, b2)


@claim("A small step against the gradient lowers the loss.", otherwise="Is the sign right?")
def step_down(draw: Draw):
    x, y, *parameters = problem(draw)

    def loss(w1, b1, w2, b2):
        return float(((((x @ w1.mT + b1).relu() @ w2.mT + b2) - y) ** 2).mean())

    found = yield Call(x, y, *parameters)
    moved = [p - 1e-4 * found[name] for p, name in zip(parameters, ("w1", "b1", "w2", "b2"))]
    before, after = loss(*parameters), loss(*moved)
    if after >= before:
        return Broken(f"The loss went from {before:.6f} to {after:.6f}.")
    return True


@claim("Single precision works too.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, torch.float32))
