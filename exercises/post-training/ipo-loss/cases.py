"""What is true of right `ipo_loss`, `dpo_weights` and `preference_metrics`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def four(draw: Draw, size: int, dtype=torch.float32) -> list[torch.Tensor]:
    """Policy and reference log-probabilities, chosen and rejected, whose log-ratios have both signs."""
    reference = [-30.0 + 4.0 * draw.normal(size, dtype=dtype) for _ in range(2)]
    policy = [values + 3.0 * draw.normal(size, dtype=dtype) for values in reference]
    return [*policy, *reference]


@claim("The examples of the task come out.", otherwise="The log-ratios are 2 and -3.")
def example(draw: Draw):
    given = [torch.tensor([value]) for value in (-18.0, -25.0, -20.0, -22.0)]
    return [
        Call(*given, 0.125),
        Call(*given, 0.1, entry="dpo_weights"),
        Call(*given, 0.1, entry="preference_metrics"),
    ]


@claim("Random batches get the right IPO loss.", otherwise="(d - 1/(2·tau))², averaged.")
def ipo(draw: Draw):
    return [Call(*four(draw, size), tau) for size, tau in ((5, 0.1), (3, 0.5), (1, 2.0))]


@claim("IPO's gradient reaches the policy only.", otherwise="The reference is frozen.")
def gradient(draw: Draw):
    return Call(*four(draw, 4), 0.2, wrt=(0, 1, 2, 3))


@claim("A margin beyond the target is pulled back.", otherwise="The square has two sides.")
def pulled_back(draw: Draw):
    pc, pr, rc, rr = four(draw, 3)
    return Call(pc + 60.0, pr, rc, rr, 0.5, wrt=(0, 1))


@claim("Weights come out right and without a gradient.", otherwise="σ(-beta·d), detached.")
def weights(draw: Draw):
    return [
        Call(*four(draw, 6), 0.1, entry="dpo_weights"),
        Call(*four(draw, 3), 0.5, entry="dpo_weights", wrt=(0, 1, 2, 3)),
    ]


@claim("Metrics come out right.", otherwise="Implicit rewards are beta times log-ratios.")
def metrics(draw: Draw):
    return [Call(*four(draw, size), 0.2, entry="preference_metrics") for size in (7, 4)]


@claim(
    "At the start nothing is right yet: all rewards are 0.", otherwise="Equal rewards are no win."
)
def start(draw: Draw):
    _, _, chosen, rejected = four(draw, 5)
    given = [chosen, rejected, chosen.clone(), rejected.clone()]
    found = yield Call(*given, 0.1, entry="preference_metrics")
    if found["accuracy"] != 0.0:
        return Broken(f"Policy and reference agree, and the accuracy is {found['accuracy']:.2f}.")
    one = yield Call(*given, 0.1, entry="dpo_weights")
    if not torch.allclose(one, torch.full_like(one, 0.5)):
        return Broken("Each pair has the weight 0.5 while policy and reference agree.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    given = four(draw, 3, torch.float64)
    return [Call(*given, 0.3), Call(*given, 0.3, entry="dpo_weights")]
