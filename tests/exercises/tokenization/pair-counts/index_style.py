from collections import defaultdict


def pair_counts(chunks):
    counts = defaultdict(int)
    for pieces in chunks:
        for i in range(1, len(pieces)):
            counts[pieces[i - 1], pieces[i]] += chunks[pieces]
    return {pair: counts[pair] for pair in counts}
