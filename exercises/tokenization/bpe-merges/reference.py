"""Byte-pair encoding over counted chunks, with pair counts kept up to date.

Leaves out pre-tokenisation and special tokens. Source: Sennrich et al., arXiv:1508.07909 sec. 3.2;
the index from pairs to chunks as in the authors' subword-nmt `learn_bpe.py`.
"""

from collections import defaultdict


def learn_merges(counts: dict[bytes, int], num_merges: int) -> list[tuple[bytes, bytes]]:
    frequency = list(counts.values())
    pieces = [[chunk[i : i + 1] for i in range(len(chunk))] for chunk in counts]
    total: dict[tuple[bytes, bytes], int] = defaultdict(int)  # pair -> weighted count
    where: dict[tuple[bytes, bytes], set[int]] = defaultdict(set)  # pair -> chunks holding it

    def remember(chunk: int) -> None:
        for pair in zip(pieces[chunk], pieces[chunk][1:]):
            total[pair] += frequency[chunk]
            where[pair].add(chunk)

    def forget(chunk: int) -> None:
        for pair in zip(pieces[chunk], pieces[chunk][1:]):
            total[pair] -= frequency[chunk]
            where[pair].discard(chunk)
            if not where[pair]:
                del total[pair], where[pair]

    for chunk in range(len(pieces)):
        remember(chunk)
    merges = []
    while total and len(merges) < num_merges:
        best = max(total, key=lambda pair: (total[pair], pair))
        for chunk in list(where[best]):  # only these chunks change
            forget(chunk)
            pieces[chunk] = merge(pieces[chunk], best)
            remember(chunk)
        merges.append(best)
    return merges


def merge(pieces: list[bytes], pair: tuple[bytes, bytes]) -> list[bytes]:
    """Join every non-overlapping occurrence of `pair`, from left to right."""
    out, i = [], 0
    while i < len(pieces):
        if tuple(pieces[i : i + 2]) == pair:
            out.append(pieces[i] + pieces[i + 1])
            i += 2  # past both, so that the new piece is not compared with its own half
        else:
            out.append(pieces[i])
            i += 1
    return out


def apply_merges(chunk: bytes, merges: list[tuple[bytes, bytes]]) -> list[bytes]:
    rank = {pair: position for position, pair in enumerate(merges)}
    pieces = [chunk[i : i + 1] for i in range(len(chunk))]
    while True:
        known = [pair for pair in zip(pieces, pieces[1:]) if pair in rank]
        if not known:
            return pieces
        pieces = merge(pieces, min(known, key=rank.__getitem__))
