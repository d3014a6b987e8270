"""What is true of a right `sequence_logprob` and `dpo_loss`."""

import math

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

BETAS = (0.05, 0.1, 0.3, 0.5)


def pairs(draw: Draw, batch: int, dtype=torch.float32, spread: float = 5.0):
    """Policy and reference log-probabilities of chosen and rejected answers, (B,) each."""
    base = -20.0 - 10.0 * draw.uniform(batch, dtype=dtype)
    return [base + draw.normal(batch, dtype=dtype, scale=spread) for _ in range(4)]


def batch(draw: Draw, dtype=torch.float32, scale: float = 1.0):
    """Logits (B, T, V), ids (B, T) and a mask with a prompt in front and padding behind."""
    size, length, vocabulary = draw.distinct(3, 5, 11)
    logits = draw.normal(size, length, vocabulary, dtype=dtype, scale=scale)
    ids = draw.integers(0, vocabulary, size, length)
    mask = torch.zeros(size, length, dtype=torch.bool)
    for row in range(size):
        start = draw.integer(1, length - 3)
        mask[row, start : draw.integer(start + 1, length - 1)] = True
    return logits, ids, mask


@claim(
    "An answer's log-probability is the sum over its tokens, each predicted one position before.",
    otherwise="Check the shift, the mask, and that it is a sum.",
)
def answer_logprob(draw: Draw):
    return [Call(*batch(draw), entry="sequence_logprob") for _ in range(3)]


@claim(
    "Gradients reach the logits, and only those that predict answer tokens.",
    otherwise="Stay inside torch from the logits to the result, and mask what does not count.",
)
def logits_gradient(draw: Draw):
    logits, ids, mask = batch(draw)
    upstream = draw.normal(logits.shape[0])
    return Call(logits, ids, mask, entry="sequence_logprob", wrt=(0,), upstream=upstream)


@claim(
    "Extreme logits give finite log-probabilities.",
    otherwise="Use a function that goes from logits to log-probabilities in one step.",
)
def extreme_logits(draw: Draw):
    return Call(*batch(draw, scale=200.0), entry="sequence_logprob")


@claim(
    "The first token never counts, and a sequence without answer tokens gives 0.",
    otherwise="Nothing predicts the first token; an empty sum is 0.",
)
def edges(draw: Draw):
    logits, ids, mask = batch(draw)
    first = mask.clone()
    first[:, 0] = True
    nothing = mask.clone()
    nothing[draw.integer(0, len(nothing) - 1)] = False
    return [
        Call(logits, ids, first, entry="sequence_logprob"),
        Call(logits, ids, nothing, entry="sequence_logprob"),
    ]


@claim(
    "The worked example of the task gives 0.4741.",
    otherwise="Write the two log-ratios down: 2 and -3. The margin is 0.1 times their difference.",
)
def example(draw: Draw):
    return Call(*(torch.tensor([x]) for x in (-18.0, -25.0, -20.0, -22.0)), 0.1, entry="dpo_loss")


@claim(
    "The loss is the mean over the batch, for any β and batch size.",
    otherwise="Which of the four terms, β or the mean is not where it belongs?",
)
def loss_values(draw: Draw):
    sizes = draw.distinct(3, 2, 9)
    return [Call(*pairs(draw, n), draw.choice(BETAS), entry="dpo_loss") for n in sizes]


@claim(
    "The gradient on each policy log-probability is right in size and sign.",
    otherwise="It is β·σ(−margin)/B, negative for the chosen and positive for the rejected answer.",
)
def policy_gradient(draw: Draw):
    return Call(*pairs(draw, 5), draw.choice(BETAS), entry="dpo_loss", wrt=(0, 1))


@claim(
    "No gradient flows into the reference values.",
    otherwise="The reference model is frozen: detach what comes from it.",
)
def frozen_reference(draw: Draw):
    return Call(*pairs(draw, 4), draw.choice(BETAS), entry="dpo_loss", wrt=(0, 1, 2, 3))


@claim(
    "Where policy and reference agree, the loss is ln 2.",
    otherwise="All log-ratios are 0 there, so the margin is 0.",
)
def start_of_training(draw: Draw):
    chosen, rejected, _, _ = pairs(draw, draw.integer(2, 6))
    loss = yield Call(chosen, rejected, chosen.clone(), rejected.clone(), 0.1, entry="dpo_loss")
    if not math.isclose(float(loss), math.log(2), rel_tol=1e-4):
        return Broken(f"With policy = reference the loss is {float(loss):.4f}, not 0.6931.")
    return True


@claim(
    "Adding the same amount to policy and reference of one answer changes nothing.",
    otherwise="Only the ratio of policy and reference may matter.",
)
def only_ratios(draw: Draw):
    pc, pr, rc, rr = pairs(draw, 4)
    before = yield Call(pc, pr, rc, rr, 0.1, entry="dpo_loss")
    after = yield Call(pc - 3.0, pr + 2.0, rc - 3.0, rr + 2.0, 0.1, entry="dpo_loss")
    if not torch.allclose(before, after, rtol=1e-3, atol=1e-4):
        return Broken(f"The loss went from {float(before):.4f} to {float(after):.4f}.")
    return True


@claim(
    "Margins of several hundred give a finite loss and finite gradients.",
    otherwise="Take the logarithm and the sigmoid in one safe step.",
)
def extreme_margins(draw: Draw):
    low, high = -900.0 + draw.uniform(3), -100.0 + draw.uniform(3)
    middle = -500.0 + draw.uniform(3)
    return [
        Call(low, high, middle, middle.clone(), 0.5, entry="dpo_loss", wrt=(0, 1)),
        Call(high, low, middle, middle.clone(), 0.5, entry="dpo_loss", wrt=(0, 1)),
    ]


@claim(
    "Double precision stays double precision, in both functions.",
    otherwise="Do not build tensors of a fixed dtype on the way.",
)
def keeps_dtype(draw: Draw):
    return [
        Call(*pairs(draw, 3, dtype=torch.float64), 0.1, entry="dpo_loss"),
        Call(*batch(draw, dtype=torch.float64), entry="sequence_logprob"),
    ]
