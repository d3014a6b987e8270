"""What is true of a right `cross_entropy`."""

import math

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, ignored: int = 0, scale: float = 1.0, dtype=torch.float32):
    size, vocabulary = draw.distinct(2, 6, 12)
    targets = draw.integers(0, vocabulary, size)
    targets[torch.tensor(draw.permutation(size)[:ignored], dtype=torch.int64)] = -100
    return draw.normal(size, vocabulary, scale=scale, dtype=dtype), targets


@claim("The example of the task comes out.", otherwise="-ln 0.6652.")
def example(draw: Draw):
    return Call(torch.tensor([[2.0, 1.0, 0.0], [9.0, 9.0, 9.0]]), torch.tensor([0, -100]))


@claim("Random logits give the mean loss.", otherwise="logsumexp minus the target's logit.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, scale=5.0))]


@claim("Ignored targets count nothing.", otherwise="Neither in the sum nor in the number.")
def ignored(draw: Draw):
    logits, targets = problem(draw, 3)
    return [Call(logits, targets), Call(logits, torch.where(targets == -100, 0, targets), ignore=0)]


@claim("Logits of thousands give finite losses.", otherwise="Never form the probability itself.")
def extreme(draw: Draw):
    return Call(*problem(draw, scale=3000.0))


@claim("The gradient is softmax minus one-hot, over the number of targets.", otherwise="Use torch.")
def gradient(draw: Draw):
    return [Call(*problem(draw, 2), wrt=(0,)), Call(*problem(draw), wrt=(0,))]


@claim("Uniform logits cost the logarithm of the vocabulary.", otherwise="Natural logarithm.")
def uniform(draw: Draw):
    size = draw.integer(5, 40)
    loss = yield Call(torch.full((3, size), 2.5), draw.integers(0, size, 3))
    if not math.isclose(float(loss), math.log(size), rel_tol=1e-4):
        return Broken(f"{float(loss):.4f} instead of ln {size} = {math.log(size):.4f}.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, dtype=torch.float64))
