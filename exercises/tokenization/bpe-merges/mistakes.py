"""What people really get wrong in BPE training and encoding. Each docstring is the explanation."""

from collections import Counter


def _split(chunk):
    return [chunk[i : i + 1] for i in range(len(chunk))]


def _merge(pieces, pair):
    out, i = [], 0
    while i < len(pieces):
        if tuple(pieces[i : i + 2]) == tuple(pair):
            out.append(pieces[i] + pieces[i + 1])
            i += 2
        else:
            out.append(pieces[i])
            i += 1
    return out


def _count(words):
    total = Counter()
    for pieces, frequency in words:
        for pair in zip(pieces, pieces[1:]):
            total[pair] += frequency
    return total


def _greater(total):
    return max(total, key=lambda pair: (total[pair], pair))


def _train(words, num_merges, *, count=_count, choose=_greater, merge=_merge, least=1):
    merges = []
    while len(merges) < num_merges:
        total = count(words)
        if not total:
            break
        best = choose(total)
        if total[best] < least:
            break
        words = [(merge(pieces, best), frequency) for pieces, frequency in words]
        merges.append(best)
    return merges


def _words(counts):
    return [(_split(chunk), frequency) for chunk, frequency in counts.items()]


def first_seen_tie(counts, num_merges):
    """Among equally frequent pairs your code takes the one it met first. That is what
    `max(counts, key=counts.get)` does, and it makes the merges depend on the order of the
    dictionary. The task asks for the lexicographically greater pair: compare `(count, pair)`."""
    return _train(_words(counts), num_merges, choose=lambda total: max(total, key=total.get))


def smaller_pair_tie(counts, num_merges):
    """Among equally frequent pairs your code takes the lexicographically *smaller* one. That is
    as deterministic as the rule of the task, but it is the other rule, and it gives other
    merges."""

    def choose(total):
        return min(total, key=lambda pair: (-total[pair], pair))

    return _train(_words(counts), num_merges, choose=choose)


def ignores_frequency(counts, num_merges):
    """Each chunk is counted once, whatever its frequency. Chunks are stored once to save time,
    but a pair in a chunk that occurs 5,000 times has occurred 5,000 times: add the chunk's
    frequency, not 1."""
    return _train([(_split(chunk), 1) for chunk in counts], num_merges)


def crosses_chunks(counts, num_merges):
    """Pairs are also counted and merged across the border between two chunks. The pre-tokenizer
    drew these borders so that no piece ever spans them: count inside each chunk only."""
    joined = [
        piece for chunk, times in counts.items() for _ in range(times) for piece in _split(chunk)
    ]
    return _train([(joined, 1)], num_merges)


def stale_neighbours(counts, num_merges):
    """After a merge only the count of the merged pair is taken away. But its left and right
    neighbours changed as well: in `x a b y` the pairs `(x, a)` and `(b, y)` are gone, and `(x,
    ab)` and `(ab, y)` are new. With the old counts, pairs win that no longer exist that often."""
    words = _words(counts)
    total = _count(words)
    merges = []
    while total and len(merges) < num_merges:
        best = _greater(total)
        words = [(_merge(pieces, best), frequency) for pieces, frequency in words]
        fresh = _count(words)
        del total[best]
        for pair, times in fresh.items():
            total.setdefault(pair, times)
        merges.append(best)
    return merges


def replaces_in_joined_text(counts, num_merges):
    """The pieces are joined with spaces and the pair is replaced as text. That also matches where
    a longer piece merely *ends* with the left part or *begins* with the right part: in `ca b` it
    finds `a b` although the piece is `ca`. Compare whole pieces instead."""

    def merge(pieces, pair):
        text = b" ".join(pieces).replace(pair[0] + b" " + pair[1], pair[0] + pair[1])
        return text.split(b" ") if pieces else []

    return _train(_words(counts), num_merges, merge=merge)


def stops_at_count_one(counts, num_merges):
    """Training stops as soon as the best pair occurs only once. Some libraries have such a
    threshold, but this task says to go on as long as any pair is left."""
    return _train(_words(counts), num_merges, least=2)


def merges_as_bytes_of_numbers(counts, num_merges):
    """The merges hold numbers, or bytes made from a number, instead of one-byte pieces.
    `list(b"ab")` gives `[97, 98]`, and `bytes(97)` is 97 zero bytes; a one-byte piece is
    `bytes([97])` or `chunk[i:i+1]`."""
    words = [([bytes(value) for value in chunk], frequency) for chunk, frequency in counts.items()]
    return _train(words, num_merges)


def recounts_everything(counts, num_merges):
    """All pairs of all chunks are counted anew after every merge. The result is right, but the
    time is (number of merges) x (length of all chunks), although a merge changes only the chunks
    that contain it. Keep the counts, and an index from each pair to its chunks, and update
    those."""
    return _train(_words(counts), num_merges)


def longest_piece_first(chunk, merges):
    """The chunk is cut greedily into the longest known pieces, from the left. That is how
    WordPiece encodes. BPE replays its merges in the order they were learned, so the set of pieces
    is not enough: the rank of each merge decides."""
    known = {left + right for left, right in merges} | set(_split(chunk))
    out, i = [], 0
    while i < len(chunk):
        length = next(n for n in range(len(chunk) - i, 0, -1) if chunk[i : i + n] in known)
        out.append(chunk[i : i + length])
        i += length
    return out


def leftmost_pair_first(chunk, merges):
    """The leftmost pair that was learned at all is merged first. It must be the pair that was
    learned *earliest*, wherever it stands in the chunk: look for the lowest rank."""
    known, pieces, i = set(map(tuple, merges)), _split(chunk), 0
    while i + 1 < len(pieces):
        if (pieces[i], pieces[i + 1]) in known:
            pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
            i = 0
        else:
            i += 1
    return pieces


def merges_only_once(chunk, merges):
    """Each merge is applied at its first place only. A merge joins *every* occurrence of its pair
    in the chunk, from left to right."""
    pieces = _split(chunk)
    for pair in merges:
        for i in range(len(pieces) - 1):
            if (pieces[i], pieces[i + 1]) == tuple(pair):
                pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
                break
    return pieces


def merges_right_to_left(chunk, merges):
    """Pairs are joined from right to left. It matters when occurrences overlap: in `a a a` the
    pair `(a, a)` must give `aa a`, and your code gives `a aa`."""
    pieces = _split(chunk)
    for pair in merges:
        i = len(pieces) - 2
        while i >= 0:
            if tuple(pieces[i : i + 2]) == tuple(pair):
                pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
                i -= 1
            i -= 1
    return pieces
