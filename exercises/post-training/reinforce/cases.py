"""What is true of right `returns_to_go` and `reinforce_loss`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def batch(draw: Draw, dtype=torch.float32):
    """logp (B, T), rewards (B,), mask (B, T)."""
    rows, length = draw.distinct(2, 3, 8)
    logp = -0.2 - draw.uniform(rows, length, dtype=dtype)
    ends = draw.integers(1, length, rows)
    return logp, draw.normal(rows, dtype=dtype), torch.arange(length) < ends[:, None]


@claim("The examples of the task come out.", otherwise="Do them by hand, token by token.")
def example(draw: Draw):
    logp = torch.tensor([[-1.0, -2.0], [-0.5, -9.0]])
    mask = torch.tensor([[True, True], [True, False]])
    return [
        Call(torch.tensor([0.0, 0.0, 1.0]), 0.5),
        Call(logp, torch.tensor([1.0, 0.0]), mask, 0.5, entry="reinforce_loss"),
    ]


@claim("Returns discount what comes later.", otherwise="From the last token backward.")
def discounted(draw: Draw):
    return [Call(draw.normal(n), gamma) for n, gamma in ((6, 0.9), (4, 1.0), (5, 0.0), (1, 0.7))]


@claim("Random batches get the right loss.", otherwise="Sum over tokens, mean over answers.")
def values(draw: Draw):
    return [Call(*batch(draw), baseline, entry="reinforce_loss") for baseline in (0.0, 0.4)]


@claim("Padding counts nothing, whatever it holds.", otherwise="-inf times 0 is nan: replace it.")
def padding(draw: Draw):
    logp, rewards, mask = batch(draw)
    return Call(logp.masked_fill(~mask, -torch.inf), rewards, mask, 0.2, entry="reinforce_loss")


@claim("Gradients reach the log-probabilities, and only them.", otherwise="Rewards are numbers.")
def gradient(draw: Draw):
    logp, rewards, mask = batch(draw)
    upstream = torch.tensor(draw.choice((0.5, 3.0)))
    return Call(logp, rewards, mask, 0.3, wrt=(0, 1), upstream=upstream, entry="reinforce_loss")


@claim("An answer as good as the baseline gives no gradient.", otherwise="Reward minus baseline.")
def neutral(draw: Draw):
    logp, rewards, mask = batch(draw)
    level = float(draw.integer(1, 5))
    loss = yield Call(logp, rewards * 0 + level, mask, level, entry="reinforce_loss")
    if abs(float(loss)) > 1e-6:
        return Broken(f"All rewards are equal to the baseline, and the loss is {float(loss):.4f}.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    half = draw.normal(4, dtype=torch.bfloat16)
    return [
        Call(draw.normal(5, dtype=torch.float64), 0.9),
        Call(half, 0.5),
        Call(*batch(draw, torch.float64), 0.1, entry="reinforce_loss"),
    ]
