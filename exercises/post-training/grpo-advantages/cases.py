"""What is true of right `group_advantages` and `leave_one_out`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def rewards(draw: Draw, dtype=torch.float32) -> torch.Tensor:
    questions, group = draw.distinct(2, 3, 8)
    return draw.normal(questions, group, dtype=dtype) + draw.normal(
        questions, 1, dtype=dtype, scale=3.0
    )


@claim("The examples of the task come out.", otherwise="Mean 0.5, deviation 0.5.")
def example(draw: Draw):
    r = torch.tensor([[1.0, 0.0, 0.0, 1.0]])
    return [Call(r, 0.0), Call(r, entry="leave_one_out")]


@claim("Each question is normalised by itself.", otherwise="Rows are questions.")
def values(draw: Draw):
    return [Call(rewards(draw)), Call(rewards(draw), 0.5)]


@claim("Equal rewards give zeros, not nan.", otherwise="0 / (0 + eps).")
def equal(draw: Draw):
    mixed = rewards(draw)
    mixed[0] = 1.0
    return [Call(mixed), Call(torch.zeros(2, 4))]


@claim("Leave-one-out compares with the other answers.", otherwise="(sum - own) / (G - 1).")
def others(draw: Draw):
    return [
        Call(rewards(draw), entry="leave_one_out"),
        Call(draw.normal(3, 2), entry="leave_one_out"),
    ]


@claim(
    "Shifting or scaling the rewards of a question changes nothing (with eps = 0).",
    otherwise="Both cancel.",
)
def invariance(draw: Draw):
    given = rewards(draw, torch.float64)
    one = yield Call(given, 0.0)
    two = yield Call(3.0 * given + 5.0, 0.0)
    if not torch.allclose(one, two, atol=1e-7):
        return Broken("3r + 5 gives other advantages than r.")
    return True


@claim("The advantages of a question add up to 0.", otherwise="Subtract the right mean.")
def centred(draw: Draw):
    given = rewards(draw, torch.float64)
    for entry in ("group_advantages", "leave_one_out"):
        found = yield Call(given, entry=entry)
        if found.sum(1).abs().max() > 1e-6:
            return Broken(
                f"{entry}: a question's advantages add up to {found.sum(1).abs().max().item():.4f}."
            )
    return True
