"""What is true of a right `learn_merges` and `apply_merges`."""

from collections import Counter

from tutor.grading.claims import Broken, Call, Draw, claim


def word(draw: Draw, letters: bytes, low: int, high: int) -> bytes:
    return bytes(draw.choice(letters) for _ in range(draw.integer(low, high)))


def chunks(
    draw: Draw, letters: bytes, number: int, low: int = 1, high: int = 8
) -> dict[bytes, int]:
    """Different chunks with frequencies far enough apart for weights to matter."""
    return {word(draw, letters, low, high): draw.integer(1, 40) for _ in range(number)}


def alphabet(draw: Draw, size: int) -> bytes:
    return bytes(draw.choice(range(97 + 5 * i, 102 + 5 * i)) for i in range(size))


@claim(
    "The example corpus low, lower, widest, newest gives its merges in order.",
    otherwise="Work the first merges out by hand and print your pair counts beside them.",
)
def example(draw: Draw):
    return Call({b"low": 5, b"lower": 2, b"widest": 3, b"newest": 6}, 8)


@claim(
    "A pair counts as often as the chunks that contain it occur.",
    otherwise="A chunk is stored once, but its pairs weigh as much as its frequency.",
)
def weighted(draw: Draw):
    a, b, c, d = draw.choice([b"abcd", b"wxyz", b"klmn"])
    rare = {bytes([a, b, x]): 1 for x in range(65, 65 + draw.integer(4, 8))}
    return Call({**rare, bytes([c, d]): draw.integer(60, 90)}, 3)


@claim(
    "Among equally frequent pairs the lexicographically greater one wins.",
    otherwise="Compare (count, pair), not only the count.",
)
def ties(draw: Draw):
    letters = alphabet(draw, 5)
    pairs = [bytes([x, y]) for x in letters for y in letters if x != y]
    order = [pairs[i] for i in draw.permutation(len(pairs))][:9]
    return [Call(dict.fromkeys(order, 3), 9), Call(dict.fromkeys(reversed(order), 3), 9)]


@claim(
    "Random corpora give the right merges, bytes above 127 and one-byte chunks included.",
    otherwise="The first merge that differs tells where to look: count its pair by hand.",
)
def random_corpora(draw: Draw):
    small = chunks(draw, alphabet(draw, 3), 12)
    wide = chunks(draw, "é日a".encode(), 15, 1, 10)
    return [Call(small, 12), Call(wide, 10)]


@claim(
    "Pairs are counted and merged inside chunks only.",
    otherwise="No piece may span the border between two chunks.",
)
def borders(draw: Draw):
    x, y = draw.choice([(b"q", b"z"), (b"u", b"v")])
    return Call({y + x: 7, y + b"k" + x: 3, y + b"m" + x: 2}, 4)


@claim(
    "Overlapping occurrences are merged from left to right.",
    otherwise="In a a a the pair (a, a) gives aa a; then go on behind the new piece.",
)
def overlap(draw: Draw):
    letter = bytes([draw.integer(97, 122)])
    return [
        Call({letter * draw.integer(5, 12): 3, letter * 3 + b"!": 2}, 4),
        Call(letter * 5 + b"!", [(letter, letter), (letter, b"!")], entry="apply_merges"),
        Call(letter * 7, [(letter, letter)], entry="apply_merges"),
    ]


@claim(
    "Only whole pieces match a pair, never the end or beginning of a longer piece.",
    otherwise="Compare pieces, not their joined text.",
)
def whole_pieces(draw: Draw):
    a, b, c = (bytes([value]) for value in draw.choice([b"abc", b"xyz", b"mno"]))
    return Call({c + a: 30, a + b: 20, c + a + b: 5, a + b + a: 2}, 6)


@claim(
    "Training goes on until no pair is left, and ends quietly then.",
    otherwise="Neither a count of one nor a too large num_merges is a reason to stop or fail.",
)
def exhausted(draw: Draw):
    letters = alphabet(draw, 6)
    return [Call({letters: 1}, 50), Call({}, 3), Call({letters[:1]: 9}, 2), Call({letters: 4}, 0)]


@claim(
    "Encoding applies the merge that was learned first, wherever it stands.",
    otherwise="Look for the neighbouring pair with the lowest rank, merge it, and look again.",
)
def by_rank(draw: Draw):
    a, b, c, d = (bytes([value]) for value in draw.choice([b"abcd", b"wxyz", b"klmn"]))
    merges = [(b, c), (a, b), (c, d), (bytes(a + b), bytes(c + d))]
    return [
        Call(a + b + c + d, merges, entry="apply_merges"),
        Call(a + b + c + a + b, merges, entry="apply_merges"),
    ]


@claim(
    "Encoding unseen chunks with learned merges gives the right pieces.",
    otherwise="Replay the merges in the order they were learned, each at every place.",
)
def encoding(draw: Draw):
    letters = alphabet(draw, 4)
    merges = _learned(chunks(draw, letters, 30, 2, 9), 20)
    fresh = [word(draw, letters, 6, 18) for _ in range(6)]
    return [Call(chunk, merges, entry="apply_merges") for chunk in [*fresh, b"", b"\xff\x00"]]


@claim(
    "The pieces, joined, are the chunk again, for any bytes.",
    otherwise="Something was lost, added or moved.",
)
def round_trip(draw: Draw):
    chunk = bytes(draw.integer(0, 255) for _ in range(draw.integer(20, 40)))
    merges = [(chunk[i : i + 1], chunk[i + 1 : i + 2]) for i in (0, 5, 9)]
    pieces = yield Call(chunk, merges, entry="apply_merges")
    if b"".join(pieces) != chunk:
        return Broken(f"{chunk!r} came back as {b''.join(pieces)!r}.")
    return True


@claim(
    "Hundreds of merges over thousands of chunks take little more time than the reference.",
    otherwise="Update the counts of the chunks that a merge changes instead of counting all anew.",
    speed=6.0,
)
def fast(draw: Draw):
    return Call(chunks(draw, b"etaoinshrdlu", 4000, 6, 14), 250)


def _learned(counts: dict[bytes, int], number: int) -> list[tuple[bytes, bytes]]:
    """Merges to encode with; ties and speed do not matter here."""
    words = {chunk: [chunk[i : i + 1] for i in range(len(chunk))] for chunk in counts}
    merges = []
    for _ in range(number):
        pairs = Counter()
        for chunk, pieces in words.items():
            for pair in zip(pieces, pieces[1:]):
                pairs[pair] += counts[chunk]
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        words = {chunk: _joined(pieces, best) for chunk, pieces in words.items()}
    return merges


def _joined(pieces: list[bytes], pair: tuple[bytes, bytes]) -> list[bytes]:
    out: list[bytes] = []
    skip = False
    for here, after in zip(pieces, [*pieces[1:], b""]):
        if skip:
            skip = False
        elif (here, after) == pair:
            out.append(here + after)
            skip = True
        else:
            out.append(here)
    return out
