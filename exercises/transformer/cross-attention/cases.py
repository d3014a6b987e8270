"""What is true of a right `cross_attention`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, heads: int = 2, dtype=torch.float32):
    """All sizes are different; the source may be longer or shorter than the target."""
    length, other, head, c = draw.distinct(4, 3, 9)
    d = heads * head
    x, source = draw.normal(3, length, d, dtype=dtype), draw.normal(3, other, c, dtype=dtype)
    shapes = (d, d), (d, c), (d, c), (d, d)
    return x, source, *(draw.normal(*shape, dtype=dtype, scale=0.4) for shape in shapes), heads


def lengths_mask(draw: Draw, source: torch.Tensor) -> torch.Tensor:
    size = source.shape[1]
    return torch.arange(size) < draw.integers(1, size, source.shape[0])[:, None]


@claim("The example of the task comes out.", otherwise="Zero queries give equal weights.")
def example(draw: Draw):
    x, source = torch.zeros(1, 1, 2), torch.tensor([[[1.0], [5.0], [9.0]]])
    eye, w = torch.eye(2), torch.tensor([[1.0], [2.0]])
    return Call(x, source, eye, w, w, eye, 1, torch.tensor([[True, True, False]]))


@claim("Random sequences give the right result.", otherwise="Queries from x, the rest from source.")
def values(draw: Draw):
    return [Call(*problem(draw, heads)) for heads in (2, 3, 1)]


@claim("Padding of the source is not read.", otherwise="-inf where the mask is False.")
def masked(draw: Draw):
    given = problem(draw)
    return [Call(*given, lengths_mask(draw, given[1])), Call(*given, source_mask=lengths_mask(draw, given[1]))]  # fmt: skip


@claim("What padding holds changes nothing.", otherwise="Mask the scores, not the values.")
def padding_free(draw: Draw):
    x, source, *rest = problem(draw, dtype=torch.float64)
    mask = lengths_mask(draw, source)
    other = torch.where(mask[..., None], source, source + 50.0)
    one = yield Call(x, source, *rest, mask)
    two = yield Call(x, other, *rest, mask)
    if not torch.allclose(one, two, atol=1e-9):
        return Broken("Other numbers at padded source positions give another result.")
    return True


@claim("The order of the source plays no part.", otherwise="A sum over the source, no positions.")
def unordered(draw: Draw):
    x, source, *rest = problem(draw, dtype=torch.float64)
    one = yield Call(x, source, *rest)
    two = yield Call(x, source[:, draw.permutation(source.shape[1])].contiguous(), *rest)
    if not torch.allclose(one, two, atol=1e-9):
        return Broken("Permuting the source positions changed the result.")
    return True


@claim("A single target or source position works.", otherwise="No causal mask, no square shapes.")
def single(draw: Draw):
    x, source, *rest = problem(draw)
    return [Call(x[:, :1], source, *rest), Call(x, source[:, :1], *rest)]


@claim("Gradients reach both sequences and all projections.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    given = problem(draw)
    mask = lengths_mask(draw, given[1])
    return Call(*given, mask, wrt=(0, 1, 2, 3, 4, 5), upstream=draw.normal(*given[0].shape))


@claim("Large scores stay finite, and double precision stays.", otherwise="Use a stable softmax.")
def extremes(draw: Draw):
    x, source, *rest = problem(draw)
    return [Call(60.0 * x, source, *rest), Call(*problem(draw, dtype=torch.float64))]
