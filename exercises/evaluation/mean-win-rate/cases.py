"""What is true of right `normalised`, `mean_win_rates` and `ranking`."""

from tutor.grading.claims import Broken, Call, Draw, claim

MODELS = ("ada", "bo", "cy", "dee", "eli")
CHANCES = {"two": 0.5, "four": 0.25, "ten": 0.1, "free": 0.0}


def table(draw: Draw, share: float = 1.0) -> dict[str, dict[str, float]]:
    """Scores on a coarse grid, so that some are equal; some are missing."""
    return {
        model: {task: draw.integer(1, 9) / 10 for task in CHANCES if draw.uniform(1).item() < share}
        for model in MODELS
    }


@claim("The examples of the task come out.", otherwise="Others only; a tie is a half.")
def example(draw: Draw):
    scores = {"a": {"t": 0.9, "u": 0.5}, "b": {"t": 0.8, "u": 0.5}, "c": {"t": 0.1}}
    return [
        Call(0.4, 0.25),
        Call(scores, entry="mean_win_rates"),
        Call({"a": {"t": 0.3}, "b": {"t": 0.55}}, {"t": 0.25}, entry="ranking"),
    ]


@claim("Chance becomes 0, perfect becomes 1.", otherwise="Divide by the room above chance.")
def normalising(draw: Draw):
    some = draw.uniform(4).double().tolist()
    return [Call(a, c) for a, c in zip(some, (0.5, 0.25, 0.1, 0.0))] + [
        Call(1.0, 0.25), Call(0.5, 0.5), Call(0.1, 0.25)
    ]  # fmt: skip


@claim("Win rates of full and of ragged tables come out.", otherwise="Task by task, then mean.")
def rates(draw: Draw):
    return [Call(table(draw, share), entry="mean_win_rates") for share in (1.0, 0.7, 0.5)]


@claim("A task of one model alone says nothing.", otherwise="Leave it out; no task at all is 0.")
def alone(draw: Draw):
    scores = {"a": {"t": 0.2, "own": 0.9}, "b": {"t": 0.7}, "c": {}, "d": {"mine": 1.0}}
    return [Call(scores, entry="mean_win_rates"), Call({}, entry="mean_win_rates")]


@claim("Rankings go by mean normalised scores.", otherwise="Each task with its own chance level.")
def rankings(draw: Draw):
    return [Call(table(draw), CHANCES, entry="ranking") for _ in range(4)] + [
        Call({"a": {"two": 0.62, "ten": 0.6}, "b": {"two": 0.8, "ten": 0.45}}, CHANCES, entry="ranking")
    ]  # fmt: skip


@claim("Equal models are listed in alphabetical order.", otherwise="Sort by score, then by name.")
def equal(draw: Draw):
    names = draw.sample(MODELS, 4)
    below = {name: {"four": draw.choice((0.05, 0.15, 0.25))} for name in names}
    return Call(below, CHANCES, entry="ranking")


@claim("In a full table the win rates average to one half.", otherwise="Each win is a loss.")
def half(draw: Draw):
    found = yield Call(table(draw), entry="mean_win_rates")
    mean = sum(found.values()) / len(found)
    if abs(mean - 0.5) > 1e-9:
        return Broken(f"They average to {mean:.4f}.")
    return True
