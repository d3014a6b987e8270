"""SQuAD's scores. Source: Rajpurkar et al., arXiv:1806.03822, and the SQuAD 2.0 evaluation script."""

import string
from collections import Counter


def _tokens(text: str) -> list[str]:
    bare = "".join(c for c in text.lower() if c not in string.punctuation)
    return [word for word in bare.split() if word not in ("a", "an", "the")]


def exact_match(prediction: str, references: list[str]) -> bool:
    return any(_tokens(prediction) == _tokens(reference) for reference in references)


def _f1(prediction: list[str], reference: list[str]) -> float:
    shared = sum((Counter(prediction) & Counter(reference)).values())
    if not shared:
        return float(prediction == reference)  # 0, or 1 if both are empty
    precision, recall = shared / len(prediction), shared / len(reference)
    return 2 * precision * recall / (precision + recall)


def token_f1(prediction: str, references: list[str]) -> float:
    return max(_f1(_tokens(prediction), _tokens(reference)) for reference in references)
