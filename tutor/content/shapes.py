"""Shapes of tensors as learners write them, compared dimension by dimension."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from tutor.content import expressions
from tutor.content.notation import canonical
from tutor.errors import ContentError


def dims_of(text: str) -> tuple[str, ...]:
    """`(B, H, T, T)`, `[B H T T]` or `B x H x T x T` as separate dimensions."""
    inner = re.sub(
        r"^\s*(?:torch\.)?(?:Size|shape)?\s*=?\s*", "", text.replace("$", ""), flags=re.I
    )
    inner = _bare(inner)
    if "," in inner:
        parts = inner.removesuffix(",").split(",")
        if not all(part.strip() for part in parts):
            return ()
    else:
        inner = re.sub(r"(?<=[\w)])\s*×\s*(?=[\w(])|(?<=[\w)])\s+[x*]\s+(?=[\w(])", "\0", inner)
        parts = re.split(r"\0|\s+(?![-+*/·])(?<![-+*/·] )", inner)
    return tuple(part.strip() for part in parts if part.strip())


def _bare(text: str) -> str:
    """Without the brackets around all of it."""
    text = text.strip()
    while text[:1] in ("(", "[") and text[-1:] in (")", "]"):
        depth = 0
        for at, character in enumerate(text):
            depth += (character in "([") - (character in ")]")
            if depth == 0 and at < len(text) - 1:
                return text
        text = text[1:-1].strip()
    return text


def same_dim(given: str, right: str, known: frozenset[str]) -> bool:
    """Equal for all values of the symbols: `T*B` is `B*T`, and `b` is `B` if no other dim is `b`."""
    if given.replace(" ", "") == right.replace(" ", ""):
        return True
    spans = {name: (2.0, 9.0) for name in known}
    for attempt in (given, _product(given, known), _same_case(given, known)):
        try:
            if expressions.same(attempt, right, spans, seed=3):
                return True
        except ContentError:
            continue
    return False


def symbols(dims: Sequence[str]) -> frozenset[str]:
    """Every name in a shape. Raises `ContentError` for what is not arithmetic."""
    return frozenset(name for dim in dims for name in expressions.names(dim))


def _product(text: str, known: frozenset[str]) -> str:
    """`BT` as `B*T`."""
    letters = text.replace(" ", "")
    return "*".join(letters) if letters and all(c in known for c in letters) else text


def _same_case(text: str, known: frozenset[str]) -> str:
    def one(match: re.Match[str]) -> str:
        name = canonical(match[0])
        alike = [other for other in known if other.casefold() == name.casefold()]
        return alike[0] if name not in known and len(alike) == 1 else match[0]

    return re.sub(r"[^\W\d]\w*", one, text)


def difference(given: Sequence[str], right: Sequence[str]) -> str:
    """What is wrong with a shape in one sentence; empty if nothing is."""
    known = symbols(right)

    def fits(a: Sequence[str], b: Sequence[str]) -> bool:
        return len(a) == len(b) and all(same_dim(x, y, known) for x, y in zip(a, b, strict=True))

    if fits(given, right):
        return ""
    if len(given) + 1 == len(right):
        for n in range(len(right)):
            if fits(given, (*right[:n], *right[n + 1 :])):
                return f"One dimension is missing: {right[n]}."
    if len(given) == len(right) + 1:
        for n in range(len(given)):
            if fits((*given[:n], *given[n + 1 :]), right):
                return f"One dimension is too many: {given[n]}."
    if len(given) != len(right):
        return f"Your shape has {_counted(len(given))}, the right one {len(right)}."
    for i, j in reversed(list(combinations(range(len(given)), 2))):
        swapped = list(given)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        if fits(swapped, right):
            last = (i, j) == (len(given) - 2, len(given) - 1) and len(given) > 2
            which = "The last two dimensions" if last else f"Dimensions {i + 1} and {j + 1}"
            return f"{which} are swapped."
    wrong = [
        n for n, pair in enumerate(zip(given, right, strict=True)) if not same_dim(*pair, known)
    ]
    return f"Dimension {wrong[0] + 1} is not {given[wrong[0]]}."


def _counted(count: int) -> str:
    return "1 dimension" if count == 1 else f"{count} dimensions"
