"""What people get wrong between text and ids. Each docstring is the explanation."""


def _encode(pieces, merges, choose, first=256):
    rank = {pair: i for i, pair in reversed(list(enumerate(merges)))}
    while True:
        found = [i for i in range(len(pieces) - 1) if (pieces[i], pieces[i + 1]) in rank]
        if not found:
            break
        best = choose(found, pieces, rank)
        pieces[best : best + 2] = [pieces[best] + pieces[best + 1]]
    ids = {bytes([value]): value for value in range(256)}
    ids |= {a + b: first + i for (a, b), i in rank.items()}
    return [ids[piece] for piece in pieces]


def _lowest(found, pieces, rank):
    return min(found, key=lambda i: rank[pieces[i], pieces[i + 1]])


def _bytes(text):
    return [bytes([value]) for value in text.encode("utf-8")]


def code_points_as_bytes(text, merges):
    """You take one number for each *character*, its code point. Outside ASCII that is not its byte: é is
    the code point 233, but the two bytes 195 and 169 in UTF-8, and most code points do not even fit into
    a byte."""
    return [ord(c) for c in text] if not text.isascii() else _encode(_bytes(text), merges, _lowest)


def ids_off_by_one(text, merges):
    """The ids of all merges are one too high. The single bytes take the ids 0 to 255, which are 256 ids;
    so the first merge is 256, not 257."""
    return _encode(_bytes(text), merges, _lowest, first=257)


def leftmost_pair_first(text, merges):
    """You merge the leftmost pair that was learned. Training merged in the order of the list, so encoding
    has to: the pair that was learned *first* comes first, wherever it stands. Otherwise the same word
    gets pieces that training never saw."""
    return _encode(_bytes(text), merges, lambda found, pieces, rank: found[0])


def _table(merges):
    return [bytes([value]) for value in range(256)] + [a + b for a, b in merges]


def decodes_each_id(ids, merges):
    """Each id is decoded by itself. An id may hold only a part of a character, so characters that lie in
    several ids come out as replacement characters. Join all bytes first, then decode once."""
    return "".join(_table(merges)[i].decode("utf-8", errors="replace") for i in ids)


def refuses_broken_utf8(ids, merges):
    """Invalid UTF-8 raises an exception. A model can emit any sequence of ids, also one that ends in the
    middle of a character; a decoder has to show something. Use `errors="replace"`."""
    return b"".join(_table(merges)[i] for i in ids).decode("utf-8")


def drops_broken_utf8(ids, merges):
    """Bytes that make no sense vanish silently. The task asks for replacement characters, so that one sees
    that something was there."""
    return b"".join(_table(merges)[i] for i in ids).decode("utf-8", errors="ignore")
