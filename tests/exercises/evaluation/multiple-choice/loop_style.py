def score_options(logprobs, texts, norm="none"):
    if norm not in ["none", "tokens", "chars", "bytes"]:
        raise ValueError("norm")
    scores = []
    for i in range(len(logprobs)):
        total = 0.0
        for value in logprobs[i]:
            total += value
        if norm == "tokens":
            total /= len(logprobs[i])
        if norm == "chars":
            total /= sum(1 for _ in texts[i])
        if norm == "bytes":
            total /= len(bytes(texts[i], "utf-8"))
        scores.append(total)
    return scores


def accuracy(items, norm="none"):
    if len(items) == 0:
        return 0.0
    right = 0
    for logprobs, texts, gold in items:
        scores = score_options(logprobs, texts, norm)
        best = 0
        for i, score in enumerate(scores):
            if score > scores[best]:
                best = i
        if best == gold:
            right += 1
    return right / len(items)
