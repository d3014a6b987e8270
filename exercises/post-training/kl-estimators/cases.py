"""What is true of right `kl_estimates` and `shaped_rewards`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def pair(draw: Draw, length: int, dtype=torch.float32):
    """Log-probabilities whose ratios lie on both sides of 1."""
    logp = -1.0 - 2.0 * draw.uniform(length, dtype=dtype)
    return logp, logp + draw.normal(length, dtype=dtype, scale=0.7)


def some(draw: Draw, length: int) -> torch.Tensor:
    """An answer between prompt and padding."""
    mask = torch.zeros(length, dtype=torch.bool)
    mask[2 : length - draw.integer(2, 3)] = True
    return mask


@claim("The examples of the task come out.", otherwise="d = ln 5 for the first token.")
def example(draw: Draw):
    logp, ref = torch.tensor([0.25, 0.5]).log(), torch.tensor([0.05, 0.5]).log()
    return [
        Call(logp, ref), Call(2.0, logp, ref, 0.1, torch.tensor([True, True]), entry="shaped_rewards")
    ]  # fmt: skip


@claim("Random tokens give all three estimates.", otherwise="Policy minus reference.")
def values(draw: Draw):
    return [Call(*pair(draw, n)) for n in draw.distinct(2, 3, 9)]


@claim("Rewards of an answer are right, padding included.", otherwise="Last answer token.")
def rewards(draw: Draw):
    return [
        Call(draw.choice((1.5, -2.0)), *pair(draw, 9), draw.choice((0.1, 0.3)), some(draw, 9), entry="shaped_rewards")
        for _ in range(3)
    ]  # fmt: skip


@claim("The dtype stays.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    half, double = torch.bfloat16, torch.float64
    return [
        Call(*pair(draw, 6, double)),
        Call(1.5, *pair(draw, 8, half), 0.25, some(draw, 8), entry="shaped_rewards"),
        Call(1.5, *pair(draw, 8, double), 0.25, some(draw, 8), entry="shaped_rewards"),
    ]


@claim("k2 and k3 are never negative.", otherwise="Only k1 may be.")
def not_negative(draw: Draw):
    _, k2, k3 = yield Call(*pair(draw, 30))
    if min(float(k2.min()), float(k3.min())) < -1e-6:
        return Broken(f"The smallest k3 is {float(k3.min()):.4f}.")
    return True


@claim(
    "All rewards together are score minus beta times the summed log-ratio.", otherwise="Count once."
)
def total(draw: Draw):
    logp, ref = pair(draw, 8, torch.float64)
    mask = some(draw, 8)
    found = yield Call(2.0, logp, ref, 0.2, mask, entry="shaped_rewards")
    wanted = 2.0 - 0.2 * float((logp - ref)[mask].sum())
    if abs(float(found.sum()) - wanted) > 1e-6:
        return Broken(f"They add up to {float(found.sum()):.4f}, not {wanted:.4f}.")
    return True
