"""One BPE merge inside one chunk. Source: Sennrich et al., arXiv:1508.07909 sec. 3.2, algorithm 1."""


def merge_pair(pieces: list[bytes], pair: tuple[bytes, bytes]) -> list[bytes]:
    merged: list[bytes] = []
    i = 0
    while i < len(pieces):
        if i + 1 < len(pieces) and (pieces[i], pieces[i + 1]) == pair:
            merged.append(pieces[i] + pieces[i + 1])
            i += 2  # both are used up
        else:
            merged.append(pieces[i])
            i += 1
    return merged
