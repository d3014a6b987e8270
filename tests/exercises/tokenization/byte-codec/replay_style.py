def encode(text, merges):
    pieces = [bytes([b]) for b in text.encode()]
    for pair in merges:
        i, out = 0, []
        while i < len(pieces):
            if i + 1 < len(pieces) and (pieces[i], pieces[i + 1]) == pair:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    ids = {bytes([i]): i for i in range(256)}
    for i, (a, b) in enumerate(merges):
        ids[a + b] = 256 + i
    return [ids[piece] for piece in pieces]


def decode(ids, merges):
    text = b""
    for i in ids:
        text += bytes([i]) if i < 256 else merges[i - 256][0] + merges[i - 256][1]
    return text.decode("utf-8", errors="replace")
