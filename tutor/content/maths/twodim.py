"""LaTeX in two dimensions, drawn by TeXicode behind one function; its faults become errors."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tutor.content.maths.oneline import line
from tutor.errors import MathsError

_NAMES = "softmax|argmax|argmin|clip|mean|std|Var|sgn"


@lru_cache(maxsize=1024)
def _rows(tex: str) -> tuple[str, ...]:
    from texicode import arts
    from texicode.pipeline import render_tex_rows

    arts.font = arts.font_normal
    try:
        return tuple(render_tex_rows(_prepared(tex), False))
    except Exception as problem:  # its parser raises KeyError, IndexError and others
        raise MathsError(f"The formula `{tex}` cannot be drawn ({problem!r}).") from problem


def block(tex: str) -> list[str]:
    """Rows of equal width in terminal cells. Raises `MathsError`."""
    line(tex)
    rows = list(_rows(tex))
    if not rows or any("?" in row or row.startswith("TeXicode:") for row in rows):
        raise MathsError(f"The formula `{tex}` cannot be drawn in two dimensions.")
    width = max(map(_cells, rows))
    return [row + " " * (width - _cells(row)) for row in rows]


def fit(tex: str, width: int) -> list[str]:
    """The block where it fits the width, else one line, broken at relations if that is too long."""
    try:
        rows = block(tex)
        if rows and _cells(rows[0]) <= width:
            return rows
    except MathsError:
        line(tex)
    return _wrapped(line(tex), width)


def _wrapped(text: str, width: int) -> list[str]:
    rows, row = [], ""
    for part in re.split(r"(?= [=≈≤≥+−→·] )", text):
        if row and len(row) + len(part) > width:
            rows.append(row)
            row = "   "
        row += part
    return [*rows, row]


def _cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _prepared(tex: str) -> str:
    """Rewrite what TeXicode does not know, and give function names the space they need."""
    tex = re.sub(
        r"\\(?:operatorname\*?|text(?:rm|bf|it|tt)?|mathop|boldsymbol|bm|mathsf|mathtt)\s*(?=\{)",
        r"\\mathrm",
        tex,
    )
    tex = re.sub(r"\\(d|t)frac\b", r"\\frac", tex)
    tex = re.sub(rf"\\({_NAMES})\b", r"\\mathrm{\1}", tex)
    tex = re.sub(
        r"\\(log|ln|exp|sin|cos|tan|tanh|max|min)(?![A-Za-z])(?!\s*[\\(_^{\[(]|\\left)",
        r"\\\1\\,",
        tex,
    )
    tex = re.sub(r"(?<=[A-Za-z}0-9])\\(log|ln|exp|sin|cos)(?![A-Za-z])", r"\\,\\\1", tex)
    return tex.replace(r"\displaystyle", "").replace(r"\varepsilon", r"\epsilon")
