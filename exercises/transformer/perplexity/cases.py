"""What is true of right `perplexity`, `corpus_perplexity` and `bits_per_byte`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def problem(draw: Draw, scale: float = 1.5, dtype=torch.float32, ignore: int = -100):
    size, vocabulary = draw.distinct(2, 6, 12)
    targets = draw.integers(0, vocabulary, size)
    targets[draw.integer(0, size - 3) :][:2] = ignore
    return draw.normal(size, vocabulary, scale=scale, dtype=dtype), targets


@claim("The examples of the task come out.", otherwise="Even guessing among four is 4.")
def example(draw: Draw):
    logits = torch.tensor([[0.0, 0.0, 0.0, 0.0], [5.0, 1.0, 1.0, 1.0]])
    return [
        Call(logits, torch.tensor([2, -100])),
        Call([(2.0, 4), (6.0, 4)], entry="corpus_perplexity"),
        Call("naïve", loss=1.2, tokens=2, entry="bits_per_byte"),
    ]


@claim("Random logits give e to the mean loss.", otherwise="Ignored targets do not count at all.")
def values(draw: Draw):
    return [Call(*problem(draw)), Call(*problem(draw, ignore=0), 0), Call(*problem(draw, 0.3))]


@claim("Logits in the hundreds are no problem.", otherwise="Never form the probability itself.")
def extreme(draw: Draw):
    size = draw.integer(5, 9)
    targets = draw.integers(0, size, 8)
    logits = 300.0 + draw.normal(8, size)
    logits[0, (int(targets[0]) + 1) % size] += 130.0 + draw.integer(0, 20)
    return Call(logits, targets)


@claim("Without a target that counts it is nan.", otherwise="A mean over nothing.")
def nothing(draw: Draw):
    return Call(draw.normal(3, 5), torch.full((3,), -100))


@claim("Evenly guessing models have the vocabulary's size.", otherwise="That is its meaning.")
def even(draw: Draw):
    size = draw.integer(5, 40)
    found = yield Call(torch.full((4, size), 1.5, dtype=torch.float64), draw.integers(0, size, 4))
    if abs(float(found) - size) > 1e-6:
        return Broken(f"{float(found):.4f} among {size} equal choices.")
    return True


@claim("Gradients reach the logits.", otherwise="Stay inside torch.")
def gradient(draw: Draw):
    return Call(*problem(draw), wrt=(0,))


@claim("In a corpus every token counts alike.", otherwise="Add up first, exponentiate last.")
def corpus(draw: Draw):
    documents = [(draw.integer(2, 60) * 1.5, draw.integer(3, 40)) for _ in range(4)]
    return [
        Call(documents, entry="corpus_perplexity"),
        Call([(3.5, 2)], entry="corpus_perplexity"),
        Call([*documents, (0.0, 0)], entry="corpus_perplexity"),
    ]


@claim("Bits per byte count bytes, and the whole loss.", otherwise="Nats over ln 2, é is 2 bytes.")
def per_byte(draw: Draw):
    loss = 0.5 + 3.0 * draw.uniform(1).double().item()
    texts = ("naïve café", "日本語です", draw.text(12), "a")
    return [Call(text, loss, draw.integer(1, 9), entry="bits_per_byte") for text in texts]


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*problem(draw, dtype=torch.float64))
