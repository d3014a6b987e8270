"""n-gram contamination. Source: the method as in Brown et al., arXiv:2005.14165 appendix C."""

import re


def _ngrams(text: str, n: int) -> list[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]


def overlap(item: str, documents: list[str], n: int) -> float:
    known = {gram for document in documents for gram in _ngrams(document, n)}
    grams = _ngrams(item, n)
    return sum(gram in known for gram in grams) / len(grams) if grams else 0.0


def contaminated(items: list[str], documents: list[str], n: int, threshold: float) -> list[int]:
    return [i for i, item in enumerate(items) if overlap(item, documents, n) >= threshold]
