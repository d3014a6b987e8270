"""What is true of right `score_options` and `accuracy`."""

from tutor.grading.claims import Broken, Call, Draw, claim

NORMS = ("none", "tokens", "chars", "bytes")
WORDS = ("Paris", "São Paulo", "東京", "New York City", "Zürich", "a b c", "Rome")


def item(draw: Draw, options: int):
    """logprobs and texts; lengths in tokens, characters and bytes rank the options differently."""
    texts = draw.sample(WORDS, options)
    logprobs = [
        [-0.1 - 2.0 * value for value in draw.uniform(draw.integer(1, 5)).tolist()]
        for _ in range(options)
    ]
    return logprobs, texts


@claim("The examples of the task come out.", otherwise="Sums first, then the division.")
def example(draw: Draw):
    logprobs, texts = [[-1.0, -1.2], [-0.9, -0.8, -0.7]], ["Rome", "New York"]
    return [
        Call(logprobs, texts),
        Call(logprobs, texts, "tokens"),
        Call([(logprobs, texts, 1)], "tokens", entry="accuracy"),
    ]


@claim("Each correction divides by its own length.", otherwise="Tokens, characters, bytes.")
def corrections(draw: Draw):
    return [Call(*item(draw, 4), norm) for norm in NORMS]


@claim("Characters and bytes differ outside of ASCII.", otherwise="Encode before you count.")
def not_ascii(draw: Draw):
    logprobs = [[-1.5], [-2.5, -0.5]]
    return [Call(logprobs, ["日本", "é e"], norm) for norm in ("chars", "bytes")]


@claim("An unknown correction raises ValueError.", otherwise="Do not guess.", raises=True)
def unknown(draw: Draw):
    return [Call(*item(draw, 2), norm) for norm in ("words", "", "Tokens")]


@claim("Accuracy counts questions whose best option is right.", otherwise="The largest score.")
def accuracies(draw: Draw):
    questions = [(*item(draw, 3), draw.integer(0, 2)) for _ in range(12)]
    return [Call(questions, entry="accuracy"), *(Call(questions, n, entry="accuracy") for n in NORMS)]  # fmt: skip


@claim("Corrections can turn a choice.", otherwise="Use `norm` in both functions.")
def turned(draw: Draw):
    low = -0.5 - draw.uniform(1).item()
    question = ([[low], [0.45 * low, 0.45 * low, 0.45 * low]], ["ab", "ab"], 1)
    return [Call([question], norm, entry="accuracy") for norm in ("none", "tokens")]


@claim("Of equal scores the first counts; no questions give 0.", otherwise="Mind the edges.")
def edges(draw: Draw):
    tie = [[-1.0], [-1.0]], ["x", "y"]
    return [
        Call([(*tie, 0), (*tie, 0), (*tie, 1)], entry="accuracy"),
        Call([], entry="accuracy"),
        Call([], []),
    ]


@claim("One more unlikely token lowers the plain score.", otherwise="A sum of negative numbers.")
def longer(draw: Draw):
    logprobs, texts = item(draw, 2)
    before = yield Call(logprobs, texts)
    after = yield Call([logprobs[0] + [-1.0], logprobs[1]], texts)
    if not (after[0] < before[0] and after[1] == before[1]):
        return Broken("A token of log-probability -1 was added to the first option only.")
    return True
