import numpy as np

MEASURES = {
    "none": lambda tokens, text: 1,
    "tokens": lambda tokens, text: len(tokens),
    "chars": lambda tokens, text: len(text),
    "bytes": lambda tokens, text: len(text.encode()),
}


def score_options(logprobs, texts, norm="none"):
    try:
        measure = MEASURES[norm]
    except KeyError:
        raise ValueError(norm) from None
    return [float(np.sum(t) / measure(t, text)) for t, text in zip(logprobs, texts)]


def accuracy(items, norm="none"):
    hits = [int(np.argmax(score_options(t, texts, norm))) == gold for t, texts, gold in items]
    return float(np.mean(hits)) if hits else 0.0
