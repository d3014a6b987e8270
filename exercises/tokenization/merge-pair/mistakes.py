"""What people get wrong in one merge. Each docstring is the explanation."""


def overlapping_merges(pieces, pair):
    """After a merge you go on with its second piece, which is used up already. In `a a a` the middle
    piece becomes part of two merges, and the text grows. Skip both pieces of a merge."""
    merged, skip = [], False
    for i, piece in enumerate(pieces):
        if i + 1 < len(pieces) and (piece, pieces[i + 1]) == pair:
            merged.append(piece + pieces[i + 1])
            skip = True
        elif skip:
            skip = False
        else:
            merged.append(piece)
    return merged


def right_to_left(pieces, pair):
    """You merge from right to left. In a run with an odd number of equal pieces this leaves the single
    one in front instead of behind, and then an encoder that goes left to right disagrees."""
    merged, i = [], len(pieces) - 1
    while i >= 0:
        if i and (pieces[i - 1], pieces[i]) == pair:
            merged.append(pieces[i - 1] + pieces[i])
            i -= 2
        else:
            merged.append(pieces[i])
            i -= 1
    return merged[::-1]


def only_the_first(pieces, pair):
    """Only the first place is merged. A learned merge holds everywhere: later steps count with the
    assumption that no unmerged place of the pair is left."""
    for i in range(len(pieces) - 1):
        if (pieces[i], pieces[i + 1]) == pair:
            return [*pieces[:i], pieces[i] + pieces[i + 1], *pieces[i + 2 :]]
    return list(pieces)


def replaces_in_joined_text(pieces, pair):
    """The replacement is done in joined text, where borders between pieces are hard to see. So the end
    of a longer piece matches too: with a blank between pieces, `ca b` contains `a b`. Compare whole
    pieces."""
    text = b"\x00".join(pieces).replace(b"\x00".join(pair), b"".join(pair))
    return text.split(b"\x00") if pieces else []


def changes_its_input(pieces, pair):
    """The result is right, but the given list was changed on the way. The caller still needs it, to
    take its old pairs out of the counts. Build a new list."""
    i = 0
    while i + 1 < len(pieces):
        if (pieces[i], pieces[i + 1]) == pair:
            pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
        i += 1
    return pieces


def loses_the_last_piece(pieces, pair):
    """The last piece is lost when it is not part of a merge: your loop ends at the last *pair*, and
    the piece behind it is never copied."""
    merged, i = [], 0
    while i + 1 < len(pieces):
        if (pieces[i], pieces[i + 1]) == pair:
            merged.append(pieces[i] + pieces[i + 1])
            i += 2
        else:
            merged.append(pieces[i])
            i += 1
    return merged
