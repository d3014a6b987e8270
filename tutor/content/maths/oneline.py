"""LaTeX on one line. Whatever is not atomic gets brackets, so the meaning survives.

Raises `MathsError` on anything unknown. Macros, numbering and layout are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tutor.content.maths.pieces import joined
from tutor.content.maths.reader import Reader


@dataclass(frozen=True, slots=True)
class Parsed:
    text: str
    bracketed: bool
    """A script belongs to several letters, which only brackets can show."""


def line(tex: str) -> str:
    """The formula on one line of text. Raises `MathsError`."""
    return parsed(tex).text


@lru_cache(maxsize=4096)
def parsed(tex: str) -> Parsed:
    """The formula on one line, and what drawing it in two dimensions has to know."""
    reader = Reader(tex)
    text = joined(reader.row(until=None))
    return Parsed(text, reader.bracketed)
