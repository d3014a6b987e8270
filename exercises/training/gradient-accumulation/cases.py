"""What is true of right `accumulated_gradient` and `micro_weights`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

DOUBLE = torch.float64


def batch(draw: Draw, dtype=DOUBLE, scale: float = 1.0):
    """w (V, d), x (B, T, d) and y (B, T) with B = 7; row 0 counts little and row 3 nothing."""
    length, vocabulary, width = draw.distinct(3, 3, 9)
    w = draw.normal(vocabulary, width, dtype=dtype, scale=scale)
    x = draw.normal(7, length, width, dtype=dtype) + 0.5
    y = draw.integers(0, vocabulary, 7, length)
    y[draw.boolean_mask(7, length, share=0.4)] = -100
    y[5:] = draw.integers(0, vocabulary, 2, length)
    y[0, 1:] = y[3] = -100
    y[0, 0] = draw.integer(0, vocabulary - 1)
    return w, x, y


@claim("The examples of the task come out.", otherwise="Three positions count, two and one.")
def example(draw: Draw):
    w, x = torch.zeros(2, 1), torch.tensor([[[1.0], [3.0]], [[8.0], [5.0]]])
    y = torch.tensor([[0, 1], [1, -100]])
    return [Call(w, x, y, 1), Call(y, 1, entry="micro_weights")]


@claim(
    "Loss and gradient are those of the whole batch, for any micro-batches.",
    otherwise="Sum the losses, and divide by the number of counted positions of the whole batch.",
)
def values(draw: Draw):
    return [Call(*batch(draw), micro) for micro in (2, 3, 4)]


@claim(
    "A micro-batch in which nothing counts adds nothing.",
    otherwise="An empty sum is 0; an empty mean is nan.",
)
def nothing_counts(draw: Draw):
    return Call(*batch(draw), 1)


@claim(
    "One micro-batch can hold everything, also when it could hold more.",
    otherwise="Then it is the plain gradient of the batch.",
)
def all_in_one(draw: Draw):
    w, x, y = batch(draw)
    return [Call(w, x, y, 7), Call(w, x, y, 20), Call(w, x[:1], y[:1], 1)]


@claim(
    "The weights are shares of the counted positions, the last micro-batch included.",
    otherwise="Count the labels that are not -100.",
)
def shares(draw: Draw):
    _, _, y = batch(draw)
    return [Call(y, micro, entry="micro_weights") for micro in (1, 2, 3, 7, 20)]


@claim(
    "The size of the micro-batches changes nothing but rounding.",
    otherwise="Nothing may depend on where the batch is cut.",
)
def same_for_all_cuts(draw: Draw):
    given = batch(draw)
    loss, grad = yield Call(*given, 7)
    for micro in (1, 2, 5):
        found, other = yield Call(*given, micro)
        far = (other - grad).abs().max().item()
        if not abs(found - loss) < 1e-9 or not far < 1e-9:
            return Broken(
                f"Micro-batches of {micro} give the loss {found:.4f}, not {loss:.4f}, and a gradient "
                f"that differs by {far:.2g}."
            )
    return True


@claim(
    "With your weights the mean losses of the micro-batches give the loss of the batch.",
    otherwise="The weights say how many of the counted positions lie in a micro-batch.",
)
def weights_fit(draw: Draw):
    w, x, y = batch(draw)
    whole, _ = yield Call(w, x, y, 2)
    weights = yield Call(y, 2, entry="micro_weights")
    total = 0.0
    for weight, rows, labels in zip(weights, x.split(2), y.split(2)):
        mean, _ = yield Call(w, rows, labels, 1)
        total += weight * mean
    if abs(total - whole) > 1e-9:
        return Broken(f"They give {total:.4f}, and the loss of the batch is {whole:.4f}.")
    return True


@claim(
    "What stands at positions that do not count changes nothing.",
    otherwise="A label of -100 takes the position out of loss and gradient.",
)
def uncounted(draw: Draw):
    w, x, y = batch(draw)
    changed = x + 3.0 * (y == -100)[..., None]
    loss, grad = yield Call(w, x, y, 3)
    other, second = yield Call(w, changed, y, 3)
    if abs(loss - other) > 1e-9 or not torch.allclose(grad, second, atol=1e-9):
        return Broken(f"The loss goes from {loss:.4f} to {other:.4f}.")
    return True


@claim(
    "Extreme logits give finite numbers.",
    otherwise="Go from logits to log-probabilities in one safe step.",
)
def extreme(draw: Draw):
    return Call(*batch(draw, scale=600.0), 2)


@claim(
    "Single precision stays single precision, and a transposed w works.",
    otherwise="The gradient has the dtype of w.",
    rtol=1e-4,
)
def keeps_dtype(draw: Draw):
    w, x, y = batch(draw, torch.float32)
    return Call(w.mT.contiguous().mT, x, y, 3)


@claim(
    "Only one micro-batch is in memory at a time.",
    otherwise="1,536 positions with 16,000 logits each would take 98 MB in one tensor alone.",
    memory_mb=60.0,
    rtol=1e-4,
)
def memory(draw: Draw):
    y = draw.integers(0, 16000, 32, 48)
    y[draw.boolean_mask(32, 48)] = -100
    return Call(draw.normal(16000, 8), draw.normal(32, 48, 8), y, 1)
