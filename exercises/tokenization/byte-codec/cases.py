"""What is true of a right `encode` and `decode`."""

from tutor.grading.claims import Broken, Call, Draw, claim

MERGES = [
    (b"b", b"c"), (b"a", b"b"), (b"c", b"d"), (b"\xc3", b"\xa9"), (b"ab", b"cd"), (b"a", b"a"),
    (b"aa", b"b"), (b"d", b"e"), (b"bc", b"d"), (b"\xf0", b"\x9f"), (b"\xf0\x9f", b"\x98"),
]  # fmt: skip


def text(draw: Draw, length: int) -> str:
    return "".join(draw.choice("aaabbccdde é日😀") for _ in range(length))


@claim("The example of the task comes out.", otherwise="Merge (l, o) first, then (lo, w).")
def example(draw: Draw):
    merges = [(b"l", b"o"), (b"lo", b"w")]
    return [Call("low!", merges), Call([257, 33], merges, entry="decode")]


@claim(
    "Without merges the ids are the bytes of the text.", otherwise="Encode the text as UTF-8 first."
)
def only_bytes(draw: Draw):
    return [Call(text(draw, 12) + "é😀", []), Call("", [])]


@claim(
    "The pair that was learned first is merged first, wherever it stands.",
    otherwise="Look for the lowest rank among all neighbouring pairs, merge it, look again.",
)
def by_rank(draw: Draw):
    return [Call("abcd", MERGES), Call("aabcde", MERGES), Call(text(draw, 25), MERGES)]


@claim("A merge has the id 256 plus its place in the list.", otherwise="The first merge is 256.")
def merge_ids(draw: Draw):
    a, b = draw.sample([b"x", b"y", b"z"], 2)
    return Call((a + b).decode(), [(a, b)])


@claim(
    "Bytes of one character may lie in several ids.",
    otherwise="Join the bytes of all ids before you decode.",
)
def split_characters(draw: Draw):
    character = draw.choice(["é", "日", "😀"])
    return [
        Call(list(f"a{character}b".encode()), [], entry="decode"),
        Call([256 + 3, 256 + 9, 0x98, 0x80], MERGES, entry="decode"),
    ]


@claim(
    "Ids that make no valid UTF-8 give replacement characters.",
    otherwise='`errors="replace"` puts U+FFFD where bytes make no sense.',
)
def broken(draw: Draw):
    start = draw.choice([0xE6, 0xF0, 0x80, 0xFF])
    return [Call([97, start, 98], [], entry="decode"), Call([start], [], entry="decode")]


@claim(
    "Decoding an encoded text gives it back.", otherwise="Something was lost or moved on the way."
)
def round_trip(draw: Draw):
    given = text(draw, 30)
    ids = yield Call(given, MERGES)
    back = yield Call(ids, MERGES, entry="decode")
    if back != given:
        return Broken(f"{given!r} came back as {back!r}.")
    return True
