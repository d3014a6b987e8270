"""LaTeX in two dimensions, drawn by TeXicode behind one function; its faults become errors.

Does not draw on one line; `oneline` does, and is asked first whether a formula makes sense.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tutor.content.maths.oneline import line, parsed
from tutor.errors import MathsError

_NAMES = "softmax|sigmoid|argmax|argmin|clip|softplus|relu|sgn|sign|diag|tr|Tr|rank"
_SPACED = "log|ln|exp|sin|cos|tan|tanh|max|min"
_REWRITTEN = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\\(?:operatorname\*?|mathop|boldsymbol|bm|pmb|mathsf|mathtt|mathit)\s*(?=\{)", r"\\mathrm"),
        (r"\\[dtc]frac(?![A-Za-z])", r"\\frac"),
        (r"\\bmod(?![A-Za-z])", r"\\ \\mathrm{mod}\\ "),
        (r"\\not\s*=", r"\\neq "),
        (r"\\not\s*\\in(?![A-Za-z])", r"\\notin "),
        (rf"\\({_NAMES})(?![A-Za-z])", r"\\mathrm{\1}"),
        (rf"\\({_SPACED})(?![A-Za-z])(?!\s*(?:\\left|\\big|\\,|[_^(\[|)}}]|$))", r"\\\1\\,"),
        (rf"(?<=[A-Za-z0-9}})])\s*\\({_SPACED})(?![A-Za-z])", r"\\,\\\1"),
        (r"(\\mathrm\{[A-Za-z]{2,}\})\s*(?=[A-Za-z0-9])", r"\1\\,"),
        (r"(?<=\d)\s+(?=\d)", r"\\,"),
        (r"\\varepsilon(?![A-Za-z])", r"\\epsilon"),
        (r"\\(?:displaystyle|textstyle|limits|nolimits)(?![A-Za-z])", ""),
        (r"\\l?[vV]ert(?![A-Za-z])|\\rVert(?![A-Za-z])", r"\\|"),
    )
]  # fmt: skip
_TEXT = re.compile(r"\\text(?:rm|bf|it|tt|sf|normal)?\s*\{([^{}]*)\}")


def block(tex: str) -> list[str]:
    """Rows of equal width in terminal cells. Raises `MathsError`."""
    return list(_block(tex))


def fit(tex: str, width: int) -> list[str]:
    """The block where it fits `width` cells, else one line, broken at operators if it must be.

    Raises `MathsError` for what neither can show.
    """
    text = line(tex)
    try:
        rows = block(tex)
    except MathsError:
        return _wrapped(text, width)
    return rows if cells(rows[0]) <= width else _wrapped(text, width)


def wrapped(tex: str, width: int) -> list[str]:
    """One line, broken at operators where it is longer than `width`. Raises `MathsError`."""
    return _wrapped(line(tex), width)


def cells(text: str) -> int:
    """Width in terminal cells."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


@lru_cache(maxsize=1024)
def _block(tex: str) -> tuple[str, ...]:
    if parsed(tex).bracketed:
        raise MathsError(
            f"In `{tex}` a script belongs to more than one letter.",
            todo=r"Write \left( and \right) around what it belongs to.",
        )
    rows = [row.rstrip() for row in _rows(tex)]
    if not any(rows) or any("?" in row or "TeXicode:" in row for row in rows):
        raise MathsError(f"The formula `{tex}` cannot be drawn in two dimensions.")
    margin = min(len(row) - len(row.lstrip()) for row in rows if row)
    rows = [row[margin:] for row in rows]
    width = max(map(cells, rows))
    return tuple(row + " " * (width - cells(row)) for row in rows)


def _rows(tex: str) -> list[str]:
    from texicode import arts
    from texicode.pipeline import render_tex_rows

    arts.font = arts.font_normal
    try:
        return render_tex_rows(_prepared(tex), False)
    except Exception as problem:  # its parser raises KeyError, IndexError and others
        raise MathsError(f"The formula `{tex}` cannot be drawn ({problem!r}).") from problem


def _prepared(tex: str) -> str:
    """Rewrite what TeXicode does not know, and give function names the space they need."""
    tex = _TEXT.sub(_words, tex)
    for pattern, replacement in _REWRITTEN:
        tex = pattern.sub(replacement, tex)
    return tex


def _words(match: re.Match[str]) -> str:
    if not re.fullmatch(r"[\w\s.,:;=()'-]*", match[1]) or "_" in match[1]:
        raise MathsError(f"The text `{match[1]}` cannot be drawn in two dimensions.")
    return r"\mathrm{" + re.sub(r"\s+", r"\\ ", match[1]) + "}"


def _wrapped(text: str, width: int) -> list[str]:
    rows, row = [], ""
    for part in re.split(r"(?= [=≈≤≥<>+−→⇒·×⊙∈|∼] )|(?<=[;,]) ", text):
        if row and cells(row) + cells(part) + 1 > width:
            rows.append(row)
            row = "    " + part.lstrip()
        else:
            row += part if not row or part.startswith(" ") else f" {part}"
    return [*rows, row]
