from collections import Counter
from itertools import pairwise


def pair_counts(chunks):
    found = Counter()
    for pieces, frequency in chunks.items():
        for pair, times in Counter(pairwise(pieces)).items():
            found[pair] += times * frequency
    return dict(found)
