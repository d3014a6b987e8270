"""A byte-level BPE encoder and decoder. Source: Radford et al. 2019 (GPT-2) sec. 2.2; GPT-2 encoder.py."""


def encode(text: str, merges: list[tuple[bytes, bytes]]) -> list[int]:
    rank = {pair: i for i, pair in enumerate(merges)}
    pieces = [bytes([value]) for value in text.encode("utf-8")]
    while len(pieces) > 1:
        pairs = list(zip(pieces, pieces[1:]))
        best = min(range(len(pairs)), key=lambda i: rank.get(pairs[i], len(merges)))
        if pairs[best] not in rank:
            break
        pieces[best : best + 2] = [pieces[best] + pieces[best + 1]]
    ids = {bytes([value]): value for value in range(256)}
    ids |= {a + b: 256 + i for (a, b), i in rank.items()}
    return [ids[piece] for piece in pieces]


def decode(ids: list[int], merges: list[tuple[bytes, bytes]]) -> str:
    table = [bytes([value]) for value in range(256)] + [a + b for a, b in merges]
    return b"".join(table[i] for i in ids).decode("utf-8", errors="replace")
