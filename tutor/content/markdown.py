"""Card and task text with `$...$`, made ready for a Markdown view or for a plain terminal."""

from __future__ import annotations

import re
import textwrap

from tutor.content import maths

_PIECE = re.compile(
    r"(?P<fence>^```.*?^```[^\n]*$|^~~~.*?^~~~[^\n]*$)"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<escape>\\\$)"
    r"|\$\$(?P<display>.+?)\$\$"
    r"|\$(?P<inline>(?![\s\d]*[\d.,]+\s)[^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)",
    re.DOTALL | re.MULTILINE,
)


def formulas(text: str) -> list[tuple[str, bool]]:
    """All formulas of a text with True for display ones; code is left alone."""
    found = []
    for match in _PIECE.finditer(text):
        if match["display"] is not None:
            found.append((_one_line(match["display"]), True))
        elif match["inline"] is not None:
            found.append((_one_line(match["inline"]), False))
    return found


def prepare(text: str, *, width: int, block: bool = True) -> str:
    """Markdown in which formulas are text: inline ones as code spans, display ones as fences.

    Raises `MathsError`.
    """

    def one(match: re.Match[str]) -> str:
        if match["display"] is not None:
            rows = _display(match["display"], width - 4, block)
            return "\n\n```text\n" + "\n".join(rows) + "\n```\n\n"
        if match["inline"] is not None:
            return f"`{maths.line(_one_line(match['inline']))}`"
        return "$" if match["escape"] else match[0]

    return _outside_code(_PIECE.sub(one, text))


def plain(text: str, width: int, *, block: bool = True) -> str:
    """The same for a terminal without styling: no marks, no fences, wrapped. Raises `MathsError`."""

    def one(match: re.Match[str]) -> str:
        if match["display"] is not None:
            rows = _display(match["display"], width - 4, block)
            return "\n\n" + "\n".join(f"    {row}".rstrip() for row in rows) + "\n\n"
        if match["inline"] is not None:
            return maths.line(_one_line(match["inline"])).replace(" ", "\u00a0")
        if match["fence"]:
            inside = match[0].strip().split("\n")[1:-1]
            return "\n\n" + "\n".join(f"    {row}" for row in inside) + "\n\n"
        if match["code"]:
            return match["code"].strip("`")
        return "$"

    drawn = re.sub(
        r"(?<!\w)\*\*(.+?)\*\*|(?<!\w)\*([^*\s][^*]*?)\*(?!\w)", r"\1\2", _PIECE.sub(one, text)
    )
    parts = re.split(r"\n\s*\n", drawn.strip("\n"))
    return "\n\n".join(_filled(part, width) for part in parts if part.strip()).replace(
        "\u00a0", " "
    )


def _filled(part: str, width: int) -> str:
    if part.startswith("    "):
        return part
    rows = re.split(r"\n(?=[-*] |\d+\. )", part)
    return "\n".join(
        textwrap.fill(
            " ".join(row.split("\n")),
            width,
            subsequent_indent="  " if row[:2] in ("- ", "* ") else "",
        )
        for row in rows
    )


def _one_line(tex: str) -> str:
    return " ".join(tex.split())


def _display(tex: str, width: int, block: bool) -> list[str]:
    tex = _one_line(tex)
    return [row.rstrip() for row in (maths.fit(tex, width) if block else [maths.line(tex)])]


def _outside_code(text: str) -> str:
    """Escape stars between letters, so that `a*b*c` stays what it is."""
    parts = re.split(r"(^```.*?^```|`[^`\n]+`)", text, flags=re.DOTALL | re.MULTILINE)
    return "".join(
        part if n % 2 else re.sub(r"(?<=\w)\*(?=\w)", r"\\*", part) for n, part in enumerate(parts)
    )
