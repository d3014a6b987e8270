"""The holes of a cloze text: `{{c1::word}}` or `{{c1::word::hint}}`. Code is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_PIECE = re.compile(
    r"```.*?```|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|\{\{c(?P<number>\d+)::(?P<word>.*?)(?:::(?P<hint>.*?))?\}\}",
    re.DOTALL,
)


def holes(text: str) -> Iterator[re.Match[str]]:
    """Every hole, with the groups `number`, `word` and `hint` (None if there is none)."""
    return (match for match in _PIECE.finditer(text) if match["number"])


def fill_holes(text: str, fill: Callable[[re.Match[str]], str]) -> str:
    """The text with every hole replaced by what `fill` makes of it."""
    return _PIECE.sub(lambda match: fill(match) if match["number"] else match[0], text)


def without_code(text: str) -> str:
    """The text without code and holes: whatever braces are left are slips."""
    return _PIECE.sub("", text)
