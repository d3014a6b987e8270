"""What is true of right `exact_match` and `token_f1`."""

from tutor.grading.claims import Broken, Call, Draw, claim

WORDS = ("red", "green", "blue", "other", "anthem", "theory", "banana", "panda", "lathe")


def words(draw: Draw, number: int) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(number))


@claim("The examples of the task come out.", otherwise="Normalise both sides first.")
def example(draw: Draw):
    return [
        Call("The Normans.", ["normans"]),
        Call("in France", ["France", "Normandy"], entry="token_f1"),
    ]


@claim("Case, punctuation, articles and spaces do not matter.", otherwise="Normalise both sides.")
def normalised(draw: Draw):
    word = draw.choice(WORDS)
    return [
        Call(f"  The {word.upper()}! ", [word]), Call(f"an {word}", [f"a {word}"]), Call("U.S.", ["us"])
    ]  # fmt: skip


@claim("Articles are whole words only.", otherwise="`theory` stays `theory`.")
def inside_words(draw: Draw):
    return [
        Call("theory", ["ory"]), Call("other", ["or"]), Call("lathe", ["lathe"]),
        Call("anthem theory", ["them ory"], entry="token_f1"),
    ]  # fmt: skip


@claim("Any reference will do.", otherwise="The best score over all references counts.")
def several(draw: Draw):
    one, two, three = draw.sample(WORDS, 3)
    return [
        Call(two, [one, two]), Call(three, [one, two]),
        Call(f"{two} {three}", [one, two, f"{three} {two} {one}"], entry="token_f1"),
    ]  # fmt: skip


@claim("Shared tokens count as often as on both sides.", otherwise="Counts, not sets.")
def multiplicity(draw: Draw):
    one, two = draw.sample(WORDS, 2)
    return [
        Call(f"{one} {one} {one} {two}", [f"{one} {two}"], entry="token_f1"),
        Call(f"{one} {one}", [f"{one} {one} {two}"], entry="token_f1"),
    ]


@claim("Random answers get the right F1.", otherwise="Precision and recall, harmonic mean.")
def values(draw: Draw):
    return [
        Call(words(draw, draw.integer(2, 6)), [words(draw, 3), words(draw, 5)], entry="token_f1")
        for _ in range(6)
    ]


@claim("Empty answers are handled.", otherwise="1 only if both sides are empty.")
def empty(draw: Draw):
    word = draw.choice(WORDS)
    return [
        Call("", ["the"]), Call("", [word]), Call("", ["a", word], entry="token_f1"),
        Call(word, [""], entry="token_f1"), Call("the", [""], entry="token_f1"),
    ]  # fmt: skip


@claim("F1 does not care which side is which.", otherwise="Precision and recall swap.")
def symmetric(draw: Draw):
    one, two = words(draw, 4), words(draw, 3)
    there = yield Call(one, [two], entry="token_f1")
    back = yield Call(two, [one], entry="token_f1")
    if abs(there - back) > 1e-9:
        return Broken(f"{there:.4f} one way and {back:.4f} the other.")
    return True
