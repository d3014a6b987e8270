"""What is true of a right `ppo_loss`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def batch(draw: Draw, dtype=torch.float32):
    """Log-probabilities with ratios inside and outside of the clip range, advantages, mask."""
    size, length = draw.distinct(2, 3, 8)
    old = -2.0 - draw.uniform(size, length, dtype=dtype)
    logp = old + draw.normal(size, length, dtype=dtype, scale=0.5)
    mask = torch.ones(size, length, dtype=torch.bool)
    mask[0, -2:] = False
    return logp, old, draw.normal(size, length, dtype=dtype), mask


@claim("The example of the task comes out, flat.", otherwise="1.35 is clipped to 1.2.")
def example(draw: Draw):
    one = torch.tensor([[1.0]])
    return Call(-1.2 * one, -1.5 * one, one, one.bool(), 0.2, wrt=(0,))


@claim("Random batches give the right loss.", otherwise="The smaller of the two terms, negated.")
def values(draw: Draw):
    return [Call(*batch(draw), draw.choice((0.1, 0.2, 0.3))) for _ in range(3)]


@claim(
    "Only two of the four regions are flat.", otherwise="Good and too likely, bad and too unlikely."
)
def regions(draw: Draw):
    ratio = torch.tensor([[0.5, 1.5, 0.5, 1.5, 1.05]])
    advantage = torch.tensor([[1.0, 1.0, -1.0, -1.0, 2.0]])
    old = -3.0 - draw.uniform(1, 5)
    return Call(
        old + ratio.log(), old, advantage, torch.ones(1, 5, dtype=torch.bool), 0.2, wrt=(0,)
    )


@claim("Gradients flow to the new log-probabilities only.", otherwise="Detach what is constant.")
def gradients(draw: Draw):
    return Call(*batch(draw), 0.2, wrt=(0, 1, 2))


@claim("At ratio 1 the loss is minus the mean advantage.", otherwise="Nothing is clipped there.")
def first_step(draw: Draw):
    logp, _, advantages, mask = batch(draw, torch.float64)
    loss = yield Call(logp, logp.clone(), advantages, mask, 0.2)
    if not torch.isclose(loss, -advantages[mask].mean(), atol=1e-8):
        return Broken(
            f"The loss is {float(loss):.4f}; minus the mean advantage is {-float(advantages[mask].mean()):.4f}."
        )
    return True


@claim("Padding has no influence.", otherwise="Neither on the sum nor on the number of tokens.")
def padding(draw: Draw):
    logp, old, advantages, mask = batch(draw)
    other = torch.where(mask, advantages, 50.0)
    one = yield Call(logp, old, advantages, mask, 0.2)
    two = yield Call(logp, old, other, mask, 0.2)
    if not torch.isclose(one, two):
        return Broken("Advantages at padded places changed the loss.")
    return True
