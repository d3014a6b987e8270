"""What people get wrong when they count pairs. Each docstring is the explanation."""


def _counted(pairs):
    counts = {}
    for pair, number in pairs:
        counts[pair] = counts.get(pair, 0) + number
    return counts


def ignores_frequency(chunks):
    """Every different chunk counts once. But a chunk is stored once for all its copies: a chunk that
    occurs 5,000 times must weigh 5,000, or rare words shape the vocabulary as much as common ones."""
    return _counted((pair, 1) for chunk in chunks for pair in zip(chunk, chunk[1:]))


def crosses_chunks(chunks):
    """All chunks are joined to one long list before counting. So the end of one chunk and the
    beginning of the next become a pair, although no merge may ever span that border."""
    joined = [piece for chunk, n in chunks.items() for _ in range(n) for piece in chunk]
    return _counted((pair, 1) for pair in zip(joined, joined[1:]))


def counts_without_overlap(chunks):
    """In a run such as `a a a` the pair `(a, a)` is counted once, because only one merge would fit.
    Counting comes before merging: all places count, and there are two."""
    counts = {}
    for chunk, n in chunks.items():
        last = {}
        for at, pair in enumerate(zip(chunk, chunk[1:])):
            if last.get(pair) == at - 1 and pair[0] == pair[1]:
                continue
            last[pair] = at
            counts[pair] = counts.get(pair, 0) + n
    return counts


def once_per_chunk(chunks):
    """Each pair counts once for a chunk, however often it stands in it. You count chunks that contain
    the pair; what is wanted are all its places."""
    return _counted((pair, n) for chunk, n in chunks.items() for pair in set(zip(chunk, chunk[1:])))


def forgets_the_order(chunks):
    """`(a, b)` and `(b, a)` are put together. A pair has an order: merging `(a, b)` gives `ab` and
    leaves every `b a` as it is."""
    return _counted(
        (tuple(sorted(pair)), n) for chunk, n in chunks.items() for pair in zip(chunk, chunk[1:])
    )


def misses_the_last_pair(chunks):
    """The last pair of every chunk is missing. With n pieces there are n - 1 pairs, the last one at
    index n - 2: `range(len(chunk) - 1)` reaches it, `range(len(chunk) - 2)` does not."""
    return _counted(
        ((chunk[i], chunk[i + 1]), n) for chunk, n in chunks.items() for i in range(len(chunk) - 2)
    )
