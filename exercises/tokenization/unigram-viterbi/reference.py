"""Viterbi segmentation for a unigram tokenizer. Source: Kudo 2018, arXiv:1804.10959 sec. 3.2."""

import math


def best_segmentation(word: str, logprobs: dict[str, float]) -> tuple[list[str], float]:
    longest = max(map(len, logprobs), default=0)
    best = [0.0] + [-math.inf] * len(
        word
    )  # best[end]: log-probability of the best cut of word[:end]
    start = [0] * (len(word) + 1)  # where the last piece of that cut begins
    for end in range(1, len(word) + 1):
        for begin in range(max(0, end - longest), end):
            piece = word[begin:end]
            if piece in logprobs and best[begin] + logprobs[piece] > best[end]:
                best[end] = best[begin] + logprobs[piece]
                start[end] = begin
    if best[-1] == -math.inf:
        raise ValueError(f"{word!r} cannot be cut into known pieces")
    pieces, end = [], len(word)
    while end:
        pieces.append(word[start[end] : end])
        end = start[end]
    return pieces[::-1], best[-1]
