"""What is true of right `gelu` and `feed_forward`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def network(draw: Draw, *lead: int, dtype=torch.float32):
    """x (*lead, d), w1 (f, d), b1 (f,), w2 (d, f), b2 (d,); f and d differ from each other and from lead."""
    width, inner = draw.sample([n for n in range(3, 10) if n not in lead], 2)
    shapes = (inner, width), (inner,), (width, inner), (width,)
    x = draw.normal(*lead, width, dtype=dtype)
    return [x, *(draw.normal(*shape, dtype=dtype) for shape in shapes)]


@claim(
    "The examples of the task come out.",
    otherwise="Φ(1) is 0.8413. Behind GELU the example's vector is [0.8413, -0.1587, 0].",
)
def example(draw: Draw):
    w1 = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    w2 = torch.tensor([[1.0, 1.0, 0.0], [2.0, 0.0, 5.0]])
    x, b2 = torch.tensor([1.0, -1.0]), torch.tensor([0.0, 1.0])
    return [
        Call(torch.tensor([-1.0, 0.0, 1.0])),
        Call(x, w1, torch.zeros(3), w2, b2, entry="feed_forward"),
    ]


@claim(
    "GELU is exact, for numbers of any usual size and tensors of any shape.",
    otherwise="x · Φ(x) with the error function, no approximation of it.",
)
def exact(draw: Draw):
    return [
        Call(draw.uniform(40, low=-4.0, high=4.0)),
        Call(draw.normal(2, 5, 3)),
        Call(draw.uniform(30, low=-4.0, high=4.0, dtype=torch.float64)),
    ]


@claim(
    "Far to the right GELU is the number itself, far to the left 0.",
    otherwise="Nothing may overflow there.",
)
def far_out(draw: Draw):
    far = draw.uniform(6, low=20.0, high=3000.0)
    return Call(torch.cat([far, -far]))


@claim(
    "The slope of GELU is right everywhere: a half at 0, and below 0 far enough to the left.",
    otherwise="Stay inside torch, and let the gradient pass through both factors of x · Φ(x).",
)
def slope(draw: Draw):
    x = torch.cat([torch.zeros(1), draw.uniform(25, low=-4.0, high=4.0)])
    return Call(x, wrt=(0,), upstream=draw.normal(26))


@claim(
    "gelu(x) - gelu(-x) is x.",
    otherwise="Φ(x) and Φ(-x) add up to 1.",
)
def reflection(draw: Draw):
    x = draw.normal(15, dtype=torch.float64, scale=2.0)
    right, left = (yield Call(x)), (yield Call(-x))
    worst = (right - left - x).abs().max().item()
    return True if worst < 1e-6 else Broken(f"One difference is off by {worst:.4g}.")


@claim(
    "Every vector goes through both layers, whatever stands in front.",
    otherwise="Linear, GELU, linear. Multiply by the transposed weights and add the biases.",
)
def layers(draw: Draw):
    leads = (), (4,), (2, 5), (2, 1, 4), (2, 0)
    return [Call(*network(draw, *lead), entry="feed_forward") for lead in leads]


@claim(
    "Gradients reach x, weights and biases.",
    otherwise="Stay inside torch, and change nothing in place.",
)
def gradients(draw: Draw):
    given = network(draw, 2, 6)
    upstream = draw.normal(*given[0].shape)
    return Call(*given, entry="feed_forward", wrt=(0, 1, 2, 3, 4), upstream=upstream)


@claim(
    "Positions do not meet: permuted, the outputs are permuted alike.",
    otherwise="The same map acts on each vector by itself.",
)
def positions(draw: Draw):
    x, *rest = network(draw, 6, dtype=torch.float64)
    order = torch.tensor(draw.permutation(6))
    straight = yield Call(x, *rest, entry="feed_forward")
    permuted = yield Call(x[order], *rest, entry="feed_forward")
    if not torch.allclose(straight[order], permuted, atol=1e-8):
        return Broken("With the vectors in another order other outputs come out.")
    return True


@claim(
    "Tensors that are not contiguous work, and the dtype is kept.",
    otherwise="No view, no tensor of a fixed dtype.",
)
def kinds(draw: Draw):
    x, w1, b1, w2, b2 = network(draw, 4, dtype=torch.float64)
    turned = [t.mT.contiguous().mT for t in (x, w1, w2)]
    return [
        Call(turned[0], turned[1], b1, turned[2], b2, entry="feed_forward"),
        Call(draw.normal(12, dtype=torch.bfloat16)),
    ]


@claim("bfloat16 comes out as bfloat16.", otherwise="Cast back what you cast.", compare=False)
def short_floats(draw: Draw):
    return Call(*network(draw, 5, dtype=torch.bfloat16), entry="feed_forward")
