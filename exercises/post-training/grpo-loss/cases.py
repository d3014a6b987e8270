"""What is true of a right `grpo_loss`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def batch(draw: Draw, dtype=torch.float32):
    """Ratios inside and outside of the clip range, advantages of both signs, ragged answers."""
    rows, length = draw.distinct(2, 4, 9)
    old = -0.3 - 2.0 * draw.uniform(rows, length, dtype=dtype)
    logp = old + draw.normal(rows, length, dtype=dtype, scale=0.4)
    ref = old + draw.normal(rows, length, dtype=dtype, scale=0.4)
    advantages = (
        draw.normal(rows, dtype=dtype) + torch.tensor([1.0, -1.0] * rows, dtype=dtype)[:rows]
    )
    ends = draw.integers(1, length, rows)
    ends[0], ends[1] = 1, length
    return logp, old, ref, advantages, torch.arange(length) < ends[:, None]  # fmt: skip


@claim("The examples of the task come out.", otherwise="One token at -1 and four at 1.")
def example(draw: Draw):
    zeros, mask = torch.zeros(2, 4), torch.tensor([[True, False, False, False], [True] * 4])
    advantages = torch.tensor([1.0, -1.0])
    given = zeros, zeros.clone(), zeros.clone(), advantages, mask, 0.2, 0.0
    return [Call(*given), Call(*given, per_token=True)]


@claim("Without a KL term the loss is the clipped one.", otherwise="Minus the smaller product.")
def clipped(draw: Draw):
    return [Call(*batch(draw), clip, 0.0) for clip in (0.2, 0.3)]


@claim("The KL term is added per token.", otherwise="beta times k3, reference over policy.")
def penalty(draw: Draw):
    logp, old, ref, advantages, mask = batch(draw)
    return [
        Call(logp, old, ref, advantages, mask, 0.2, 0.5),
        Call(logp, logp.clone(), ref, 0.0 * advantages, mask, 0.2, 1.0),
    ]


@claim("Both averages come out right.", otherwise="Each answer alike, or each token alike.")
def averages(draw: Draw):
    given = batch(draw)
    return [Call(*given, 0.2, 0.1, False), Call(*given, 0.2, 0.1, True)]


@claim("Padding counts nothing.", otherwise="Neither in the sum nor in the number.")
def padding(draw: Draw):
    logp, old, ref, advantages, mask = batch(draw)
    hidden = logp.masked_fill(~mask, 3.0)
    return [Call(hidden, old, ref, advantages, mask, 0.2, 0.1, flag) for flag in (False, True)]


@claim("Gradients reach the policy, and only it.", otherwise="All else was written down before.")
def gradient(draw: Draw):
    given = batch(draw)
    return [Call(*given, 0.2, 0.3, flag, wrt=(0, 1, 2, 3)) for flag in (False, True)]


@claim(
    "Without clipping and KL each answer pushes its tokens by A over their number.",
    otherwise="The gradient of ρ at ρ = 1 is that of log-probability.",
)
def first_update(draw: Draw):
    _, old, ref, advantages, mask = batch(draw, torch.float64)
    loss = yield Call(old.clone(), old, ref, advantages, mask, 0.2, 0.0)
    if abs(float(loss) + float(advantages.mean())) > 1e-7:
        return Broken(f"At ratio 1 the loss is {float(loss):.4f}, not minus the mean advantage.")
    return True


@claim("Double precision stays double precision.", otherwise="Build no tensor of a fixed dtype.")
def keeps_dtype(draw: Draw):
    given = batch(draw, torch.float64)
    return [Call(*given, 0.2, 0.1), Call(*given, 0.2, 0.1, True)]
