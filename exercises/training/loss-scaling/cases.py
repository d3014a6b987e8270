"""What is true of right `unscale`, `update_scale` and `scaled_step`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

HALF = torch.float16
BAD = (torch.inf, -torch.inf, torch.nan)


def gradients(draw: Draw, scale: float = 1.0, dtype=HALF) -> list[torch.Tensor]:
    shapes = [(draw.integer(2, 5),), tuple(draw.distinct(2, 2, 5)), (1,)]
    return [draw.normal(*shape, scale=scale).to(dtype) for shape in shapes]


def spoiled(draw: Draw, bad: float, at: int) -> list[torch.Tensor]:
    """Gradients with one bad number, in tensor number `at`."""
    found = gradients(draw)
    found[at].view(-1)[draw.integer(0, found[at].numel() - 1)] = bad
    return found


def training(draw: Draw, grads: list[torch.Tensor]) -> list[torch.Tensor]:
    """Parameters for these gradients."""
    return [draw.normal(*grad.shape) for grad in grads]


@claim("The examples of the task come out.", otherwise="Convert, divide, look, decide.")
def example(draw: Draw):
    given = [torch.ones(1)]
    return [
        Call([torch.tensor([2.0, -1.0], dtype=HALF)], 1024.0),
        Call(65536.0, False, 1999, entry="update_scale"),
        Call(65536.0, True, 700, entry="update_scale"),
        Call(given, [torch.tensor([512.0], dtype=HALF)], 1024.0, 5, 0.1, entry="scaled_step"),
        Call(given, [torch.tensor([torch.inf], dtype=HALF)], 1024.0, 5, 0.1, entry="scaled_step"),
    ]


@claim(
    "Gradients are divided by the scale, in any shapes, and come back in float32.",
    otherwise="A list as long as the given one, every tensor in float32.",
)
def divided(draw: Draw):
    return [
        Call(gradients(draw, 40.0), 2.0 ** draw.integer(2, 6)),
        Call(gradients(draw, 40.0, torch.float32), 24.0),
        Call([gradients(draw, 40.0)[1].mT, *gradients(draw)], 0.5),
    ]


@claim(
    "Gradients that fp16 cannot hold survive the division.",
    otherwise="Convert to float32 first, then divide.",
    atol=0.0,
)
def small_ones_survive(draw: Draw):
    return [Call(gradients(draw, 0.01), 65536.0), Call(gradients(draw, 1e-5), 1024.0)]


@claim(
    "One inf or nan in any tensor is found, and stays in the result.",
    otherwise="Ask of every number of every tensor whether it is finite.",
)
def found(draw: Draw):
    return [
        *(Call(spoiled(draw, bad, at), 128.0) for bad in BAD for at in range(3)),
        Call([torch.tensor([65504.0, -65504.0], dtype=HALF)], 2.0),
        Call([torch.zeros(3), draw.normal(2)], 2.0),
    ]


@claim(
    "An overflow shrinks the scale and sets the count to 0.",
    otherwise="An overflow is not a good step, and the row of good steps is over.",
)
def overflow(draw: Draw):
    scale = 2.0 ** draw.integer(5, 16)
    return [
        Call(scale, True, draw.integer(1, 1998), entry="update_scale"),
        Call(scale, True, 1999, entry="update_scale"),
        Call(scale, True, 0, 3.0, 0.25, 10, entry="update_scale"),
        Call(scale, True, 0, interval=1, entry="update_scale"),
    ]


@claim(
    "A good step adds one to the count, and the last one of an interval lets the scale grow.",
    otherwise="Count this step as well, and begin with 0 after growing.",
)
def good(draw: Draw):
    scale, interval = 2.0 ** draw.integer(5, 16), draw.integer(5, 50)
    counts = (0, draw.integer(1, interval - 3), interval - 2, interval - 1)
    return [
        *(Call(scale, False, count, interval=interval, entry="update_scale") for count in counts),
        Call(scale, False, interval - 1, 3.0, 0.25, interval, entry="update_scale"),
        *(Call(scale, False, count, entry="update_scale") for count in (0, 1998, 1999)),
        Call(scale, False, 0, interval=1, entry="update_scale"),
    ]


@claim(
    "A step without overflow is one of plain SGD, with the scale that the gradients were made with.",
    otherwise="Unscale, step, and only then change the scale.",
)
def steps(draw: Draw):
    grads = gradients(draw, 200.0)
    given = training(draw, grads), grads, 2.0 ** draw.integer(4, 8)
    lr = draw.choice((0.1, 0.3))
    return [
        Call(*given, draw.integer(0, 1500), lr, entry="scaled_step"),
        Call(*given, 1999, lr, entry="scaled_step"),
        Call(*given, 6, lr, 7, entry="scaled_step"),
        Call(*given, 5, lr, interval=7, entry="scaled_step"),
    ]


@claim(
    "A step with an inf or nan anywhere is skipped for all parameters, and the scale goes down.",
    otherwise="One bad number is enough: all parameters stay as they are.",
)
def skipped(draw: Draw):
    calls = []
    for at, bad in enumerate(BAD):
        grads = spoiled(draw, bad, at)
        given = training(draw, grads), grads, 2.0 ** draw.integer(4, 8)
        calls.append(Call(*given, draw.integer(1, 1500), 0.1, entry="scaled_step"))
    return calls


@claim(
    "The scale divides out: a run with another scale leads to the same parameters.",
    otherwise="Loss and gradients carry the scale, the step does not.",
)
def scale_does_not_matter(draw: Draw):
    params = [draw.normal(4)]
    true = [draw.normal(4)]
    one, _, _ = yield Call(params, [4.0 * true[0]], 4.0, 0, 0.5, entry="scaled_step")
    two, _, _ = yield Call(params, [4096.0 * true[0]], 4096.0, 0, 0.5, entry="scaled_step")
    far = (one[0] - two[0]).abs().max().item()
    if far > 1e-5:
        return Broken(f"The scales 4 and 4,096 give parameters that differ by {far:.3g}.")
    return True


@claim(
    "A run of good and bad steps ends with the right scale.",
    otherwise="Write down scale and count after every step.",
)
def trace(draw: Draw):
    scale, count, interval = 1024.0, 0, 3
    bad_at = draw.sample(range(20), 4)
    right, row = 1024.0, 0
    for step in range(20):
        scale, count = yield Call(
            scale, step in bad_at, count, interval=interval, entry="update_scale"
        )
        row = 0 if step in bad_at else row + 1
        right *= 0.5 if step in bad_at else 1.0
        if row == interval:
            right, row = 2.0 * right, 0
        if (scale, count) != (right, row):
            return Broken(
                f"After step {step} scale and count are {scale:g} and {count}, not {right:g} and {row}."
            )
    return True
