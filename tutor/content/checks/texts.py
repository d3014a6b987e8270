"""Can every text of an author be shown? Formulas must be drawable and fit the narrowest screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tutor.content import maths
from tutor.content.markdown import formulas, plain, prepare
from tutor.errors import ContentError, MathsError, Place

WIDTH = 76
"""Columns: what an 80-column terminal leaves beside borders."""


class Placed(Protocol):
    """A deck, a card or an exercise: it knows the line of each of its keys."""

    def at(self, key: str) -> Place: ...


def text_problems(
    label: str, texts: Iterable[tuple[str, str]], owner: Placed
) -> list[ContentError]:
    """Problems of texts given as (key in the file, text)."""
    return [
        ContentError(f"{label}: {what}", where=owner.at(key), todo=todo)
        for key, text in texts
        for what, todo in undrawable(text)
    ]


def undrawable(text: str) -> list[tuple[str, str]]:
    """What is wrong with the formulas of a text, and what to do; nothing for a good text."""
    found = []
    for tex, display in formulas(text):
        try:
            rows = maths.fit(tex, WIDTH - 4) if display else [maths.line(tex)]
            maths.block(tex)
        except MathsError as problem:
            found.append((f"${tex}$ cannot be drawn: {problem.what}", problem.todo))
            continue
        if max(map(len, rows), default=0) > WIDTH:
            found.append((f"${tex}$ is wider than {WIDTH} columns.", "Break it into parts."))
    if not found and text:
        try:
            prepare(text, width=WIDTH)
            plain(text, WIDTH)
        except MathsError as problem:
            found.append((f"the text cannot be shown: {problem.what}", problem.todo))
    return found
