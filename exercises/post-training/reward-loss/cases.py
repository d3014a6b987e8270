"""What is true of right `pair_loss` and `ranking_loss`."""

import math

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("The examples of the task come out.", otherwise="ln(1 + e^-1) = 0.3133.")
def example(draw: Draw):
    return [
        Call(torch.tensor([1.0]), torch.tensor([0.0])),
        Call(torch.tensor([2.0, 1.0, 0.0]), entry="ranking_loss"),
    ]


@claim("Batches of any size give the mean.", otherwise="Mean, not sum.")
def values(draw: Draw):
    return [
        Call(draw.normal(n, scale=2.0), draw.normal(n, scale=2.0)) for n in draw.distinct(3, 2, 9)
    ]


@claim("Gaps of hundreds stay finite, with finite gradients.", otherwise="logsigmoid in one step.")
def extreme(draw: Draw):
    high, low = 300.0 + draw.uniform(3), -300.0 + draw.uniform(3)
    return [Call(low, high, wrt=(0, 1)), Call(high, low, wrt=(0, 1))]


@claim("Gradients have the right size and sign.", otherwise="-σ(-gap)/B for the chosen one.")
def gradients(draw: Draw):
    return Call(draw.normal(5), draw.normal(5), wrt=(0, 1))


@claim("All pairs of a ranking count.", otherwise="K(K-1)/2 pairs, the better one first.")
def rankings(draw: Draw):
    return [Call(draw.normal(k, scale=2.0), entry="ranking_loss", wrt=(0,)) for k in (2, 4, 7)]


@claim("Adding the same to all scores changes nothing.", otherwise="Only differences count.")
def shift(draw: Draw):
    scores = draw.normal(5, dtype=torch.float64)
    one = yield Call(scores, entry="ranking_loss")
    two = yield Call(scores + 3.0, entry="ranking_loss")
    if not torch.isclose(one, two):
        return Broken(f"{float(one):.4f} became {float(two):.4f}.")
    return True


@claim("Equal scores cost ln 2.", otherwise="Both answers are equally likely then.")
def equal(draw: Draw):
    score = draw.normal(4)
    loss = yield Call(score, score.clone())
    if not math.isclose(float(loss), math.log(2), rel_tol=1e-4):
        return Broken(f"Equal scores give {float(loss):.4f}, not 0.6931.")
    return True
