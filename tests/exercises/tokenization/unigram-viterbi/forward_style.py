import math


def best_segmentation(word, logprobs):
    n = len(word)
    score = {0: 0.0}
    back = {}
    longest = max([len(p) for p in logprobs] + [1])
    for i in range(n):
        if i not in score:
            continue
        for size in range(1, min(longest, n - i) + 1):
            lp = logprobs.get(word[i : i + size])
            if lp is None:
                continue
            if score[i] + lp > score.get(i + size, -math.inf):
                score[i + size] = score[i] + lp
                back[i + size] = size
    if n not in score:
        raise ValueError("no segmentation")
    out = []
    while n > 0:
        out.insert(0, word[n - back[n] : n])
        n -= back[n]
    return out, score[len(word)]
