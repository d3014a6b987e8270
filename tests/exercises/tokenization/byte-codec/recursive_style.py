def encode(text, merges):
    rank = {}
    for i, pair in enumerate(merges):
        rank.setdefault(tuple(pair), i)

    def shrink(pieces, ids):
        best = None
        for i in range(len(pieces) - 1):
            r = rank.get((pieces[i], pieces[i + 1]))
            if r is not None and (best is None or r < best[0]):
                best = (r, i)
        if best is None:
            return ids
        r, i = best
        return shrink(
            pieces[:i] + [pieces[i] + pieces[i + 1]] + pieces[i + 2 :],
            ids[:i] + [256 + r] + ids[i + 2 :],
        )

    raw = text.encode("utf-8")
    return shrink([bytes((b,)) for b in raw], list(raw))


def decode(ids, merges):
    pieces = {i: bytes((i,)) for i in range(256)}
    for i, (left, right) in enumerate(merges):
        pieces[256 + i] = left + right
    return b"".join(map(pieces.__getitem__, ids)).decode(errors="replace")
