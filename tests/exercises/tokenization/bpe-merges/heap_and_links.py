"""Another right way: a heap of candidate pairs, with out-of-date entries dropped when popped."""

import heapq
from collections import Counter, defaultdict


class Greater:
    """Orders pairs the other way round, for a heap that pops the smallest."""

    def __init__(self, count, pair):
        self.count, self.pair = count, pair

    def __lt__(self, other):
        return (self.count, self.pair) > (other.count, other.pair)


def replaced(word, left, right):
    out = []
    for piece in word:
        if out and not out[-1][1] and out[-1][0] == left and piece == right:
            out[-1] = (left + right, True)
        else:
            out.append((piece, False))
    return [piece for piece, _ in out]


def learn_merges(counts, num_merges):
    words = [([bytes([b]) for b in chunk], n) for chunk, n in counts.items()]
    total, where = Counter(), defaultdict(set)
    for index, (word, n) in enumerate(words):
        for pair in zip(word, word[1:]):
            total[pair] += n
            where[pair].add(index)
    heap = [Greater(n, pair) for pair, n in total.items()]
    heapq.heapify(heap)
    merges = []
    while heap and len(merges) < num_merges:
        top = heapq.heappop(heap)
        if total.get(top.pair) != top.count or top.count <= 0:
            continue
        touched = set()
        for index in where.pop(top.pair):
            word, n = words[index]
            for pair in zip(word, word[1:]):
                total[pair] -= n
                touched.add(pair)
            word = replaced(word, *top.pair)
            for pair in zip(word, word[1:]):
                total[pair] += n
                where[pair].add(index)
                touched.add(pair)
            words[index] = (word, n)
        for pair in touched:
            heapq.heappush(heap, Greater(total[pair], pair))
        merges.append(top.pair)
    return merges


def apply_merges(chunk, merges):
    word = [bytes([b]) for b in chunk]
    for left, right in merges:
        word = replaced(word, left, right)
    return word
