"""What is true of right `checkpointed_gradients` and `checkpoint_cost`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def network(draw: Draw, layers: int, equal: bool = False, dtype=torch.float32):
    """x, weights and grad; the batch and all widths differ, or all widths are equal."""
    batch, *widths = draw.distinct(layers + 2, 2, layers + 8)
    widths = [widths[0]] * (layers + 1) if equal else widths
    weights = [
        draw.normal(out, into, dtype=dtype, scale=1.3 * into**-0.5)
        for into, out in zip(widths, widths[1:])
    ]
    x = draw.normal(batch, widths[0], dtype=dtype)
    return x, weights, draw.normal(batch, widths[-1], dtype=dtype)


def deep(draw: Draw, layers: int, batch: int, width: int):
    weights = [draw.normal(width, width, scale=width**-0.5) for _ in range(layers)]
    return draw.normal(batch, width), weights, draw.normal(batch, width)


@claim("The examples of the task come out.", otherwise="Each step back multiplies with 1 - h².")
def example(draw: Draw):
    one = torch.tensor([[1.0]])
    return [
        Call(one, [one.clone() for _ in range(3)], one.clone(), every=2),
        Call(10, 4, entry="checkpoint_cost"),
    ]


@claim(
    "Gradients of x and of all weights are right, whatever the widths.",
    otherwise="Write it without checkpoints first and compare.",
)
def values(draw: Draw):
    return [
        Call(*network(draw, 6), 2),
        Call(*network(draw, 7), 3),
        Call(*network(draw, 9, equal=True), 4),
    ]


@claim(
    "Any distance of the checkpoints works: 1, all layers, more than there are, and a ragged end.",
    otherwise="The last segment may be shorter.",
)
def distances(draw: Draw):
    x, weights, grad = network(draw, 5)
    return [Call(x, weights, grad, every) for every in (1, 2, 4, 5, 9)]


@claim("A single layer works.", otherwise="Its only segment has no inner activations.")
def single(draw: Draw):
    return [Call(*network(draw, 1), every) for every in (1, 3)]


@claim(
    "It is what autograd gives, in double precision.", otherwise="Look at the last weight first."
)
def like_autograd(draw: Draw):
    x, weights, grad = network(draw, 8, dtype=torch.float64)
    dx, dw = yield Call(x, weights, grad, 3)
    with torch.enable_grad():
        leaves = [t.detach().clone().requires_grad_() for t in (x, *weights)]
        h = leaves[0]
        for w in leaves[1:]:
            h = (h @ w.mT).tanh()
        right = torch.autograd.grad(h, leaves, grad)
    for n, (mine, theirs) in enumerate(zip([dx, *dw], right, strict=True)):
        if not torch.allclose(mine, theirs, atol=1e-9):
            name = f"weights[{n - 1}]" if n else "x"
            gap = (mine - theirs).abs().max().item()
            return Broken(f"The gradient of {name} is off by {gap:.3g}.")
    return True


@claim(
    "Where the checkpoints are changes nothing but rounding.", otherwise="Nothing is approximated."
)
def same_for_all_distances(draw: Draw):
    x, weights, grad = network(draw, 7, dtype=torch.float64)
    one, _ = yield Call(x, weights, grad, 1)
    for every in (2, 3, 7):
        other, _ = yield Call(x, weights, grad, every)
        if not torch.allclose(one, other, atol=1e-9):
            gap = (one - other).abs().max().item()
            return Broken(f"With every = 1 and every = {every} dx differs by {gap:.3g}.")
    return True


@claim("The cost is counted, also at the edges.", otherwise="Which activations are kept?")
def costs(draw: Draw):
    layers = draw.integer(12, 60)
    pairs = [(layers, every) for every in (1, 2, 3, 5, 7, layers - 1, layers, layers + 3)]
    pairs += [(1, 1), (1, 4), (24, 4), (25, 4)]
    return [Call(*pair, entry="checkpoint_cost") for pair in pairs]


@claim("For n² layers the least memory is at every = n, and it is 2n.", otherwise="The rule of √n.")
def square_root(draw: Draw):
    n = draw.integer(4, 9)
    stored = {}
    for every in range(1, n * n + 1):
        stored[every], again = yield Call(n * n, every, entry="checkpoint_cost")
        if again >= n * n:
            return Broken(f"{again} of {n * n} layers run again for every = {every}.")
    best = min(stored, key=lambda every: (stored[every], abs(every - n)))
    if (best, stored[best]) != (n, 2 * n):
        return Broken(f"For {n * n} layers the least is {stored[best]}, at every = {best}.")
    return True


@claim(
    "Only the checkpoints and one segment are in memory.",
    otherwise="49 activations of 1 MB would take 49 MB; 8 that are kept and 6 of a segment take 14 MB.",
    memory_mb=50.0,
)
def memory(draw: Draw):
    return Call(*deep(draw, 49, 16384, 16), 7)


@claim(
    "No layer runs more than twice.",
    otherwise="Run a segment forward once, keep what is inside it, and go back through all of it.",
    speed=3.5,
)
def speed(draw: Draw):
    return Call(*deep(draw, 96, 512, 64), 48)
