"""What is true of right `pair_counts`."""

from tutor.grading.claims import Broken, Call, Draw, claim

PIECES = (b"a", b"b", b"ab", b"c", b"\xc3", b"the")


def corpus(draw: Draw, number: int, longest: int = 7) -> dict[tuple[bytes, ...], int]:
    chunks = [
        tuple(draw.choice(PIECES) for _ in range(draw.integer(1, longest))) for _ in range(number)
    ]
    return {chunk: draw.integer(1, 50) for chunk in chunks}


@claim("The example of the task comes out.", otherwise="Count its three pairs by hand.")
def example(draw: Draw):
    return Call({(b"l", b"ow"): 5, (b"l", b"ow", b"er"): 2})


@claim(
    "Each pair counts as often as its chunks occur.",
    otherwise="A chunk is stored once, but stands for all its copies.",
)
def weighted(draw: Draw):
    return [Call(corpus(draw, 12)), Call(corpus(draw, 25))]


@claim(
    "Overlapping places all count.",
    otherwise="Count positions, not merges: a run of n equal pieces has n - 1 places.",
)
def overlap(draw: Draw):
    return Call({(b"a",) * draw.integer(3, 9): draw.integer(2, 9), (b"b", b"b", b"b"): 1})


@claim(
    "No pair spans the border of two chunks.",
    otherwise="Look at each chunk alone.",
)
def borders(draw: Draw):
    return Call({(b"x",): 4, (b"y",): 2, (b"z", b"x"): 3})


@claim(
    "An empty corpus and one-piece chunks give no pairs.", otherwise="Return an empty dict there."
)
def nothing(draw: Draw):
    return [Call({}), Call({(b"abc",): 7})]


@claim(
    "All counts add up to the number of neighbouring places in the corpus.",
    otherwise="A chunk of n pieces has n - 1 places, each as often as the chunk occurs.",
)
def total(draw: Draw):
    chunks = corpus(draw, 20)
    counts = yield Call(chunks)
    places = sum(n * (len(chunk) - 1) for chunk, n in chunks.items())
    if sum(counts.values()) != places:
        return Broken(f"The counts add up to {sum(counts.values())}; there are {places} places.")
    return True
