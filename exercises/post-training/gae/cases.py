"""What is true of a right `gae`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def answer(draw: Draw, length: int, dtype=torch.float32):
    return draw.normal(length, dtype=dtype), draw.normal(length, dtype=dtype)


@claim("The example of the task comes out.", otherwise="TD errors 0.1, 0.3, 0.2.")
def example(draw: Draw):
    return Call(torch.tensor([0.0, 0.0, 1.0]), torch.tensor([0.4, 0.5, 0.8]), 1.0, 0.95)


@claim("Random answers come out right.", otherwise="Go backward from the last token.")
def values(draw: Draw):
    return [Call(*answer(draw, n), 0.9, 0.8) for n in draw.distinct(3, 3, 12)]


@claim("lam = 0 is one-step TD, and lam = 1 all rewards to come minus the value.", otherwise="γλ.")
def ends(draw: Draw):
    return [
        Call(*answer(draw, 6), 0.9, 0.0),
        Call(*answer(draw, 6), 1.0, 1.0),
        Call(*answer(draw, 5), 0.5, 1.0),
    ]


@claim("One token, and none, work.", otherwise="Behind the last token everything is 0.")
def small(draw: Draw):
    return [Call(*answer(draw, 1), 0.9, 0.95), Call(*answer(draw, 0), 0.9, 0.95)]


@claim("With lam = 1 and gamma = 1 the returns are sums of rewards.", otherwise="Values cancel.")
def monte_carlo(draw: Draw):
    rewards, values = answer(draw, 7, torch.float64)
    _, returns = yield Call(rewards, values, 1.0, 1.0)
    to_come = rewards.flip(0).cumsum(0).flip(0)
    if not torch.allclose(returns, to_come, atol=1e-8):
        return Broken(
            f"The first return is {returns[0].item():.4f}; the rewards add up to {to_come[0].item():.4f}."
        )
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    return Call(*answer(draw, 4, torch.float64), 0.99, 0.9)
