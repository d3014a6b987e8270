"""What is true of a right `best_segmentation`."""

import math

from tutor.grading.claims import Broken, Call, Draw, claim

LETTERS = "abc"


def table(draw: Draw, number: int = 14) -> dict[str, float]:
    """All single letters and some longer pieces, with log-probabilities that make no ties."""
    pieces = [*LETTERS, *(draw.text(draw.integer(2, 5), LETTERS) for _ in range(number))]
    return {
        piece: float(-1.5 - 0.9 * len(piece) - 3.0 * draw.uniform(1).item()) for piece in pieces
    }


@claim("The example of the task comes out.", otherwise="Compare h+ug, hu+g, hug and h+u+g by hand.")
def example(draw: Draw):
    logprobs = {"h": -3.0, "u": -3.0, "g": -3.0, "hu": -4.0, "ug": -2.5, "hug": -6.0}
    return Call("hug", logprobs)


def best_total(word: str, logprobs: dict[str, float]) -> float:
    """Log-probability of the best cut."""
    best = [0.0] + [-math.inf] * len(word)
    for end in range(1, len(word) + 1):
        for begin in range(max(0, end - 6), end):
            if word[begin:end] in logprobs:
                best[end] = max(best[end], best[begin] + logprobs[word[begin:end]])
    return best[-1]


def wrong_with(answer, word: str, logprobs: dict[str, float]) -> str:
    """What is wrong with an answer, or ""; cuts of equal probability are all right."""
    pieces, total = answer
    if "".join(pieces) != word:
        return f"The pieces {pieces[:9]} do not make the word {word[:20]!r}."
    if not math.isclose(total, sum(logprobs[piece] for piece in pieces), abs_tol=1e-6):
        return f"{total:.4f} is not the sum over its own pieces {pieces[:9]}."
    best = best_total(word, logprobs)
    if not math.isclose(total, best, abs_tol=1e-6):
        return f"{pieces[:9]} has {total:.4f}; there is a cut with {best:.4f}."
    return ""


@claim(
    "Random words get their best cut.",
    otherwise="Is the sum largest, over all ways to cut?",
    compare=False,
)
def random_words(draw: Draw):
    for _ in range(8):
        word, logprobs = draw.text(draw.integer(6, 14), LETTERS), table(draw)
        wrong = wrong_with((yield Call(word, logprobs)), word, logprobs)
        if wrong:
            return Broken(wrong)
    return True


@claim(
    "A long piece is not taken when two shorter ones are more probable, and the other way round.",
    otherwise="Neither the longest nor the likeliest next piece is always part of the best cut.",
)
def no_greed(draw: Draw):
    low, high = -9.0 - draw.uniform(1).item(), -2.0 - draw.uniform(1).item()
    return [
        Call("abc", {"a": high, "b": high, "c": high, "ab": low, "bc": high + 0.5, "abc": 3 * low}),
        Call("abab", {"a": -1.0, "b": -8.0, "ab": -4.0, "aba": -4.5, "bab": -4.7, "abab": -8.6}),
        Call("aaaa", {"a": -1.0, "aa": -3.5, "aaaa": -9.0}),
    ]


@claim("The empty word and single characters work.", otherwise="The empty sum is 0.")
def small(draw: Draw):
    return [Call("", {"a": -1.0}), Call("a", {"a": -1.0}), Call("", {})]


@claim(
    "A word that cannot be cut raises ValueError.",
    otherwise="Some position is not reachable: the best value there is still -inf.",
    raises=True,
)
def impossible(draw: Draw):
    return [Call("abx", {"a": -1.0, "b": -1.0}), Call("xab", {"ab": -1.0}), Call("a", {})]


@claim(
    "Words of thousands of characters work.", otherwise="Compute each prefix once.", compare=False
)
def long_word(draw: Draw):
    word, logprobs = draw.text(3000, LETTERS), table(draw)
    wrong = wrong_with((yield Call(word, logprobs)), word, logprobs)
    return Broken(wrong) if wrong else True
