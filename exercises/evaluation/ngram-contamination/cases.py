"""What is true of right `overlap` and `contaminated`."""

from tutor.grading.claims import Broken, Call, Draw, claim

WORDS = ("cat", "dog", "sat", "mat", "on", "the", "42")


def text(draw: Draw, number: int) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(number))


@claim("The examples of the task come out.", otherwise="One of three 3-grams is shared.")
def example(draw: Draw):
    return [
        Call("The cat sat on it.", ["a cat sat on the mat"], 3),
        Call(["cat sat on", "a dog"], ["The cat sat on."], 2, 0.5, entry="contaminated"),
    ]


@claim("Random texts give the right share.", otherwise="Count every n-gram of the item.")
def values(draw: Draw):
    return [Call(text(draw, 14), [text(draw, 30), text(draw, 20)], n) for n in (2, 3, 2, 3)]


@claim("Case and punctuation do not matter.", otherwise="Normalise item and documents alike.")
def normalised(draw: Draw):
    words = [draw.choice(WORDS) for _ in range(6)]
    return Call(", ".join(words).upper() + "!", ["; ".join(words)], 3)


@claim("The last n-gram counts, too.", otherwise="w words have w - n + 1 n-grams.")
def last(draw: Draw):
    one, two, three, four = draw.sample(WORDS, 4)
    return Call(f"{one} {two} {three} {four}", [f"x {three} {four}"], 2)


@claim("Repeated n-grams of the item count each time.", otherwise="A list of n-grams, not a set.")
def repeats(draw: Draw):
    one, two, three = draw.sample(WORDS, 3)
    return Call(f"{one} {two} {one} {two} {three}", [f"{one} {two}"], 2)


@claim("No n-gram crosses from one document into the next.", otherwise="Each document by itself.")
def borders(draw: Draw):
    one, two, three = draw.sample(WORDS, 3)
    return Call(f"{one} {two} {three}", [f"zzz {one}", f"{two} {three}"], 2)


@claim("Texts shorter than n, and no documents, give 0.", otherwise="Do not divide by 0.")
def short(draw: Draw):
    return [Call("cat sat", ["cat sat on"], 3), Call(text(draw, 5), [], 2), Call("", ["cat"], 1)]


@claim("An item exactly at the threshold is reported.", otherwise="At least, not above.")
def threshold(draw: Draw):
    documents = ["the cat sat on the mat"]
    items = ["the cat sat", "the cat ran", "a dog ran", "cat sat on the mat"]
    return [Call(items, documents, 2, t, entry="contaminated") for t in (0.5, 1.0, 0.01)]


@claim("A document overlaps with itself in full.", otherwise="Every n-gram of it occurs.")
def itself(draw: Draw):
    document = text(draw, 12)
    share = yield Call(document, [document], 4)
    if share != 1.0:
        return Broken(f"The overlap of a text with itself is {share}.")
    return True
