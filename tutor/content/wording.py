"""Are two short answers the same words? Case, spelling of spaces and small typing slips aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_OPPOSITES = (
    ("macro", "micro"), ("inter", "intra"), ("maxi", "mini"), ("max", "min"), ("hyper", "hypo"),
    ("over", "under"), ("pre", "post"), ("up", "down"), ("left", "right"), ("global", "local"),
)  # fmt: skip


def normal(text: str) -> str:
    """The words alone: case, accents, spaces, hyphens, quotes, end marks and articles do not count."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"\\(?:mathrm|text|operatorname|mathbf)\b|[${}`\\^]", "", text)
    text = text.replace("−", "-").replace("×", "*").replace("·", "*").replace("∞", "inf")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"(?<!\d)[.,;:!?]|[.,;:!?](?!\d)|[\"'“”‘’„«»]", " ", text)
    text = re.sub(r"[_‐‑–—/]|(?<=\w)-(?=[^\W\d])|(?<=[^\W\d])-(?=\w)", " ", text)
    words = text.split()
    kept = [word for word in words if word != "the"]
    if len(kept) > 1 and kept[0] in ("a", "an"):
        kept = kept[1:]
    return " ".join(kept or words)


def equal(given: str, right: str) -> bool:
    """The same words, however they are joined, in singular or plural; or the same number."""
    a, b = (_american(normal(text)) for text in (given, right))
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    if _number(a) is not None and _number(a) == _number(b):
        return True
    long = min(len(a), len(b)) >= 4 and a[-1:].isalpha() and b[-1:].isalpha()
    return long and (a == f"{b}s" or b == f"{a}s")


def misspelt(given: str, right: str) -> bool:
    """One slip in five letters, two in ten; never one that turns a term into another term."""
    a, b = normal(given), normal(right)
    allowed = 0 if len(b) < 5 else 1 if len(b) < 10 else 2
    if not allowed or distance(a, b) > allowed:
        return False
    firsts = [[word[0] for word in text.split()] for text in (a, b)]
    others = [re.sub(r"[a-z ]", "", text) for text in (a, b)]
    return firsts[0] == firsts[1] and others[0] == others[1] and not _opposite(a, b)


def closest(given: str, words: Iterable[str]) -> str:
    """The word with the fewest changes."""
    return min(words, key=lambda word: distance(normal(given), normal(word)))


def distance(a: str, b: str) -> int:
    """Edit distance, neighbours swapped counting once (optimal string alignment)."""
    if abs(len(a) - len(b)) > 40 or len(a) > 400:
        return max(len(a), len(b))
    before, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]


def _american(text: str) -> str:
    """`normalise` and `normalize` are one word."""
    return re.sub(r"is(e[drs]?|ers|ing|ations?)\b", r"iz\1", text)


def _opposite(a: str, b: str) -> bool:
    return any(
        a.replace(one, other) == b or b.replace(one, other) == a
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
        if one in a or one in b
    )


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None
