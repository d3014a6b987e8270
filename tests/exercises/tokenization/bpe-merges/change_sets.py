"""Another right way: count changes collected in one Counter per merge, words kept as tuples."""

from collections import Counter


def pairs_of(word):
    return list(zip(word[:-1], word[1:]))


def join(word, pair):
    word, i = list(word), 0
    while i < len(word) - 1:
        if (word[i], word[i + 1]) == pair:
            word[i : i + 2] = [word[i] + word[i + 1]]
        i += 1
    return tuple(word)


def learn_merges(counts, num_merges):
    words = {chunk: tuple(chunk[i : i + 1] for i in range(len(chunk))) for chunk in counts}
    total, holders = Counter(), {}
    for chunk, word in words.items():
        for pair in pairs_of(word):
            total[pair] += counts[chunk]
            holders.setdefault(pair, set()).add(chunk)
    merges = []
    for _ in range(num_merges):
        if not total:
            return merges
        most = max(total.values())
        best = max(pair for pair, n in total.items() if n == most)
        change = Counter()
        for chunk in holders.pop(best):
            old, new = words[chunk], join(words[chunk], best)
            for pair in pairs_of(old):
                change[pair] -= counts[chunk]
            for pair in pairs_of(new):
                change[pair] += counts[chunk]
                holders.setdefault(pair, set()).add(chunk)
            words[chunk] = new
        for pair, difference in change.items():
            total[pair] += difference
            if total[pair] == 0:
                del total[pair]
        holders.pop(best, None)
        merges.append(best)
    return merges


def apply_merges(chunk, merges):
    order = {pair: i for i, pair in enumerate(merges)}
    word = tuple(chunk[i : i + 1] for i in range(len(chunk)))
    while True:
        best = min(pairs_of(word), key=lambda pair: order.get(pair, len(order)), default=None)
        if best not in order:
            return list(word)
        word = join(word, best)
