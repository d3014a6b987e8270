"""What is true of right `embed` and `embedding_gradient`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, *lead: int, dtype=torch.float32):
    """ids (*lead), table (V, d)."""
    vocabulary, width = draw.distinct(2, 5, 12)
    return draw.integers(0, vocabulary, *lead), draw.normal(vocabulary, width, dtype=dtype)


@claim("Each id gets its row, in any shape.", otherwise="Index the first dimension of the table.")
def rows(draw: Draw):
    return [Call(*problem(draw, 4)), Call(*problem(draw, 2, 3)), Call(*problem(draw))]


@claim("Double precision and empty input work.", otherwise="Build no tensor of a fixed dtype.")
def kinds(draw: Draw):
    return [Call(*problem(draw, 3, dtype=torch.float64)), Call(*problem(draw, 0))]


@claim("Ids outside of the table raise IndexError.", otherwise="Mind negative ids.", raises=True)
def outside(draw: Draw):
    ids, table = problem(draw, 4)
    low, high = ids.clone(), ids.clone()
    low[draw.integer(0, 3)] = -1
    high[draw.integer(0, 3)] = len(table)
    return [Call(low, table), Call(high, table)]


@claim("Gradients reach the rows that were looked up.", otherwise="Stay inside torch.")
def gradients(draw: Draw):
    ids, table = problem(draw, 6)
    return Call(ids, table, wrt=(1,), upstream=draw.normal(6, table.shape[1]))


@claim("Gradients of a repeated token add up.", otherwise="Each position contributes once.")
def repeated(draw: Draw):
    vocabulary = draw.integer(4, 6)
    ids = torch.cat([draw.integers(0, vocabulary - 1, 7), torch.tensor([1, 1, 1])])
    return [
        Call(ids, draw.normal(10, 3), vocabulary, entry="embedding_gradient"),
        Call(ids.reshape(2, 5), draw.normal(2, 5, 4), vocabulary, entry="embedding_gradient"),
        Call(ids, draw.normal(10, 2, dtype=torch.float64), vocabulary, entry="embedding_gradient"),
    ]


@claim("All rows together get what arrived.", otherwise="Nothing may be lost or counted twice.")
def total(draw: Draw):
    ids, grad = draw.integers(0, 4, 9), draw.normal(9, 3)
    found = yield Call(ids, grad, 6, entry="embedding_gradient")
    if not torch.allclose(found.sum(0), grad.sum(0), atol=1e-4):
        return Broken("The rows of the gradient do not add up to the incoming gradients.")
    return True
