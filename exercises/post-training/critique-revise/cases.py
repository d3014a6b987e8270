"""What is true of right `critique_prompts`, `training_pairs`, `preference_label` and `soft_label_loss`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def text(draw: Draw) -> str:
    return " ".join(draw.words(draw.integer(2, 5)))


def pair(draw: Draw) -> tuple[float, float]:
    """Log-probabilities of two letters that leave room for other continuations."""
    return tuple((-0.3 - 2.5 * draw.uniform(2).double()).tolist())


@claim("The examples of the task come out.", otherwise="Each round works on the latest answer.")
def example(draw: Draw):
    return [
        Call("Q", "first", ["be kind", "be brief"], ["second", "third"]),
        Call("Q", "first", ["second", "third"], entry="training_pairs"),
        Call((-0.1, -2.4), (-0.1, -2.4), entry="preference_label"),
        Call(torch.tensor([0.0]), torch.tensor([0.6]), entry="soft_label_loss"),
    ]


@claim("Every round criticises the answer it starts with.", otherwise="With its own principle.")
def rounds(draw: Draw):
    calls = []
    for number in (1, 3, 4):
        given = [[text(draw) for _ in range(number)] for _ in range(2)]
        calls.append(Call(text(draw), text(draw), *given))
    return [*calls, Call("Q", "A", [], [])]


@claim("All revisions are learned, the first answer is not.", otherwise="In order.")
def pairs(draw: Draw):
    revisions = [text(draw) for _ in range(3)]
    return [
        Call(text(draw), text(draw), revisions, entry="training_pairs"),
        Call("Q", "A", [], entry="training_pairs"),
    ]


@claim("Labels are normalised and averaged over both orders.", otherwise="Letters change sides.")
def label(draw: Draw):
    return [Call(pair(draw), pair(draw), entry="preference_label") for _ in range(4)]


@claim("The label is clamped at the very end.", otherwise="Normalise, average, then clamp.")
def clamped(draw: Draw):
    sure, unsure = (-0.01 - 0.1 * draw.uniform(1).item(), -6.0), (-2.0, -0.2)
    limits = 0.4, 0.6
    return [
        Call(sure, sure[::-1], limits, entry="preference_label"),
        Call(sure[::-1], sure, limits, entry="preference_label"),
        Call(sure, unsure[::-1], limits, entry="preference_label"),
        Call(sure, sure, clamp=limits, entry="preference_label"),
        Call((-0.7, -0.8), (-0.75, -0.7), (0.3, 0.8), entry="preference_label"),
        Call(sure, (-0.5, -1.0), (0.1, 0.95), entry="preference_label"),
    ]


@claim("Exchanging the answers gives the complement.", otherwise="Neither place has a favourite.")
def complement(draw: Draw):
    one, two = pair(draw), pair(draw)
    here = yield Call(one, two, entry="preference_label")
    there = yield Call(two, one, entry="preference_label")
    if abs(here + there - 1) > 1e-9:
        return Broken(f"{here:.4f} for answer 1 and {there:.4f} for answer 2.")
    return True


@claim("Soft labels give the right loss and gradient.", otherwise="Both terms count.")
def loss(draw: Draw):
    size = draw.integer(4, 7)
    given = draw.normal(size, scale=2.0), draw.uniform(size)
    return [
        Call(*given, entry="soft_label_loss"),
        Call(*given, wrt=(0,), entry="soft_label_loss"),
        Call(given[0].double(), given[1].double(), entry="soft_label_loss"),
    ]


@claim("Margins in the thousands are no problem.", otherwise="Never form the probability itself.")
def extreme(draw: Draw):
    return Call(torch.tensor([3000.0, -2500.0]), draw.uniform(2), entry="soft_label_loss")
