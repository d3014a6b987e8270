"""Counts of neighbouring pairs over counted chunks. Source: Sennrich et al., arXiv:1508.07909 sec. 3.2."""


def pair_counts(chunks: dict[tuple[bytes, ...], int]) -> dict[tuple[bytes, bytes], int]:
    counts: dict[tuple[bytes, bytes], int] = {}
    for pieces, frequency in chunks.items():
        for pair in zip(pieces, pieces[1:]):
            counts[pair] = counts.get(pair, 0) + frequency
    return counts
