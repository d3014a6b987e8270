"""Options by log-probability. Source: Brown et al., arXiv:2005.14165 sec. 2.4; EleutherAI lm-evaluation-harness, acc and acc_norm."""


def score_options(logprobs: list[list[float]], texts: list[str], norm: str = "none") -> list[float]:
    if norm == "none":
        lengths = [1] * len(texts)
    elif norm == "tokens":
        lengths = [len(tokens) for tokens in logprobs]
    elif norm == "chars":
        lengths = [len(text) for text in texts]
    elif norm == "bytes":
        lengths = [len(text.encode("utf-8")) for text in texts]
    else:
        raise ValueError(f"unknown norm {norm!r}")
    return [sum(tokens) / length for tokens, length in zip(logprobs, lengths)]


def accuracy(items: list[tuple[list[list[float]], list[str], int]], norm: str = "none") -> float:
    right = 0
    for logprobs, texts, gold in items:
        scores = score_options(logprobs, texts, norm)
        right += scores.index(max(scores)) == gold
    return right / len(items) if items else 0.0
