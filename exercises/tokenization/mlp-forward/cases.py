"""What is true of a right `mlp`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def weights(draw: Draw, *lead: int, dtype=torch.float32):
    """x (*lead, n_in) and the four parameters; no two sizes are equal."""
    n_in, hidden, n_out = draw.distinct(3, 2, 9)
    shapes = ((*lead, n_in), (hidden, n_in), (hidden,), (n_out, hidden), (n_out,))
    return [draw.normal(*shape, dtype=dtype) for shape in shapes]


@claim("The example of the task comes out.", otherwise="The hidden row is [2, 0] after the ReLU.")
def example(draw: Draw):
    x = torch.tensor([2.0, -3.0])
    return Call(x, torch.eye(2), torch.zeros(2), torch.ones(1, 2), torch.zeros(1))


@claim("A batch of rows comes out right.", otherwise="Compare one row with your own pencil.")
def batch(draw: Draw):
    return [Call(*weights(draw, 5)), Call(*weights(draw, 7))]


@claim("Any leading dimensions work.", otherwise="Leave all dimensions but the last alone.")
def leading(draw: Draw):
    return [Call(*weights(draw)), Call(*weights(draw, 2, 3)), Call(*weights(draw, 0))]


@claim("Weights that are not contiguous work.", otherwise="Use matrix products, not reshaping.")
def strided(draw: Draw):
    x, w1, b1, w2, b2 = weights(draw, 4)
    return Call(x.mT.contiguous().mT, w1.mT.contiguous().mT, b1, w2, b2)


@claim("Gradients reach the input and all parameters.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    given = weights(draw, 6)
    upstream = draw.normal(6, given[4].shape[0])
    return Call(*given, wrt=(0, 1, 2, 3, 4), upstream=upstream)


@claim("Rows do not influence each other.", otherwise="The same map is applied to each row.")
def rows_alone(draw: Draw):
    given = weights(draw, 5)
    order = draw.permutation(5)
    straight = yield Call(*given)
    mixed = yield Call(given[0][order], *given[1:])
    if not torch.allclose(straight[order], mixed, atol=1e-5):
        return Broken("Permuting the rows of x did not permute the rows of the result.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*weights(draw, 3, dtype=torch.float64))
