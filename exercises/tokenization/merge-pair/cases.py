"""What is true of a right `merge_pair`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def pieces(draw: Draw, number: int) -> list[bytes]:
    return [draw.choice((b"a", b"b", b"ab", b"c")) for _ in range(number)]


@claim("Every place of the pair is merged.", otherwise="Go on after the first merge.")
def everywhere(draw: Draw):
    a, b = draw.sample([b"x", b"y", b"z", b"\xe2"], 2)
    return Call([a, b, b"-", a, b, b, a, b"-", a, b], (a, b))


@claim(
    "In a run of equal pieces merges go from left to right and never share a piece.",
    otherwise="After a merge, skip both pieces.",
)
def runs(draw: Draw):
    letter = bytes([draw.integer(97, 122)])
    odd = 2 * draw.integer(1, 4) + 1
    return [Call([letter] * odd, (letter, letter)), Call([letter] * (odd + 1), (letter, letter))]


@claim(
    "Only whole pieces match, never parts of longer ones.",
    otherwise="Compare pieces, not the joined text.",
)
def whole(draw: Draw):
    return [
        Call([b"ca", b"b", b"a", b"bc", b"a", b"b"], (b"a", b"b")),
        Call([b"t", b"he", b"th", b"e"], (b"th", b"e")),
    ]


@claim("Random chunks come out right.", otherwise="Follow the first differing piece by hand.")
def random_chunks(draw: Draw):
    return [
        Call(
            pieces(draw, draw.integer(8, 20)),
            (draw.choice((b"a", b"b")), draw.choice((b"b", b"c"))),
        )
        for _ in range(8)
    ]


@claim(
    "Chunks without the pair, of one piece, or empty stay as they are.", otherwise="Mind the end."
)
def untouched(draw: Draw):
    return [Call([b"x", b"y"], (b"y", b"x")), Call([b"x"], (b"x", b"x")), Call([], (b"a", b"b"))]


@claim("The joined text never changes.", otherwise="A merge regroups bytes; none is lost or added.")
def joined(draw: Draw):
    given = pieces(draw, 15)
    merged = yield Call(given, (b"a", b"b"))
    if b"".join(merged) != b"".join(given):
        return Broken(f"{b''.join(given)!r} became {b''.join(merged)!r}.")
    return True
