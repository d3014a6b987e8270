def encode(text, merges):
    pieces = [text.encode()[i : i + 1] for i in range(len(text.encode()))]
    names = {}
    for number, (a, b) in enumerate(merges):
        names.setdefault(a + b, 256 + number)
    while True:
        present = set(zip(pieces, pieces[1:]))
        number = next((n for n, pair in enumerate(merges) if tuple(pair) in present), None)
        if number is None:
            return [piece[0] if len(piece) == 1 else names[piece] for piece in pieces]
        a, b = merges[number]
        at = next(i for i in range(len(pieces)) if pieces[i] == a and pieces[i + 1 : i + 2] == [b])
        pieces = [*pieces[:at], a + b, *pieces[at + 2 :]]


def decode(ids, merges):
    out = bytearray()
    for number in ids:
        out += bytes([number]) if number < 256 else b"".join(merges[number - 256])
    return str(bytes(out), "utf-8", "replace")
