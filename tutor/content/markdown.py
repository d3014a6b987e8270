"""Card and task text with `$...$`, made ready for a Markdown view or for a plain terminal.

Code is left alone, `\\$` is a dollar, `$5` is money unless an operator follows the number. The view
that shows the result must have raw HTML switched off, so that `<eos>` stays text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from tutor.content import maths

_PIECE = re.compile(
    r"^[ \t]*(?P<fence>(?P<marks>`{3,}|~{3,})[^\n]*\n(?:(?P<inside>.*?)\n)??"
    r"[ \t]*(?P=marks)[`~]*[ \t]*$|(?:`{3,}|~{3,})[^`\n]*\n(?P<rest>.*)\Z)"
    r"|(?P<code>(?P<ticks>`+)(?!`)(?P<words>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<escape>\\[\\$`*_{}\[\]<>()#+.!|~-])"
    r"|\$\$(?P<display>.+?)\$\$"
    r"|\$(?P<inline>(?!\d[\d.,]*(?:\)|\s+[^-+=/<>\\\s]))[^\s$](?:(?:[^$\n\\]|\\.|\n(?!\s*\n))*[^\s$])?)(?<!\\)\$(?!\d)",
    re.DOTALL | re.MULTILINE,
)
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*\*|\*)(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])|(?<![\w_])(__|_)(?=[^\s_])(.+?)(?<=[^\s_])\3(?![\w_])"
)
_UNUSED = re.compile("[\ue000\ue001]")
_KEPT = re.compile("\ue000(\\d+)\ue001")
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*")


def formulas(text: str) -> list[tuple[str, bool]]:
    """All formulas of a text with True for display ones; code is left alone."""
    found = []
    for match in _PIECE.finditer(text):
        tex = match["display"] or match["inline"]
        if tex is not None:
            found.append((_one_line(tex), match["display"] is not None))
    return found


def prepare(text: str, *, width: int, block: bool = True) -> str:
    """Markdown in which formulas are text: inline ones as code spans, display ones as fences.

    A star between letters is escaped, so that `a*b*c` stays what it is. Raises `MathsError`.
    """

    def one(match: re.Match[str]) -> str:
        if match["display"] is not None:
            before, after, indent = _around(match)
            rows = _display(match["display"], width - 4 - len(indent), block)
            rows = ["```text", *rows, "```"]
            return before + "\n".join(indent + row if row else row for row in rows) + after
        if match["inline"] is not None:
            drawn = maths.line(_one_line(match["inline"]))
            return f"`{drawn.replace('|', chr(92) + '|') if _in_table(match) else drawn}`"
        return "$" if match["escape"] == "\\$" else match[0]

    kept: list[str] = []
    outside = _PIECE.sub(_keeping(one, kept), _UNUSED.sub("", text))
    return _restored(re.sub(r"(?<=\w)\*(?=\w)", r"\\*", outside), kept)


def plain(text: str, width: int, *, block: bool = True) -> str:
    """The same for a terminal without styling: no marks, no fences, wrapped. Raises `MathsError`."""
    kept: list[str] = []

    def one(match: re.Match[str]) -> str:
        if match["display"] is not None:
            return _indented(_display(match["display"], width - 4, block))
        if match["inline"] is not None:
            return maths.line(_one_line(match["inline"])).replace(" ", "\u00a0")
        if match["fence"]:
            inside = match["inside"] if match["marks"] else match["rest"]
            return _indented(textwrap.dedent(inside or "").split("\n"))
        return match["words"].strip() if match["code"] else match["escape"][1:]

    text = _PIECE.sub(_keeping(one, kept, around=True), _UNUSED.sub("", text))
    text = re.sub(r"!?\[([^\]\n]*)\]\(([^)\n]*)\)", r"\1 (\2)", text)
    text = _EMPHASIS.sub(lambda m: m[2] or m[4], _EMPHASIS.sub(lambda m: m[2] or m[4], text))
    parts = [part for part in re.split(r"\n\s*\n", text.strip("\n")) if part.strip()]
    return "\n\n".join(_filled(part, kept, width) for part in parts).replace("\u00a0", " ")


def _keeping(
    one: Callable[[re.Match[str]], str], kept: list[str], *, around: bool = False
) -> Callable[[re.Match[str]], str]:
    """Put a placeholder for every piece, so that nothing changes it later."""

    def keep(match: re.Match[str]) -> str:
        kept.append(one(match))
        mark = f"\ue000{len(kept) - 1}\ue001"
        whole = around and (match["display"] is not None or match["fence"])
        return f"\n\n{mark}\n\n" if whole else mark

    return keep


def _restored(text: str, kept: list[str]) -> str:
    return _KEPT.sub(lambda match: kept[int(match[1])], text)


def _filled(part: str, kept: list[str], width: int) -> str:
    whole = _restored(part, kept)
    if whole.startswith("    ") and _KEPT.fullmatch(part.strip()):
        return whole
    rows = re.split(r"\n(?=\s*(?:[-*+] |\d+[.)] |[|>]))", part)
    return "\n".join(_wrapped(_restored(row, kept), width) for row in rows)


def _wrapped(row: str, width: int) -> str:
    if row.lstrip().startswith("|"):
        return row
    row = re.sub(r"^#{1,6} ", "", row)
    marker = _MARKER.match(row)[0]
    return textwrap.fill(
        " ".join(part.strip() for part in row[len(marker) :].split("\n")),
        max(width, 20),
        initial_indent=marker,
        subsequent_indent=" " * len(marker),
        break_on_hyphens=False,
    )


def _indented(rows: list[str]) -> str:
    return "\n".join(f"    {row}".rstrip() for row in rows)


def _one_line(tex: str) -> str:
    return " ".join(tex.split())


def _display(tex: str, width: int, block: bool) -> list[str]:
    """Rows of a display formula that fit `width` cells where they can."""
    tex = _one_line(tex)
    rows = maths.fit(tex, max(width, 16)) if block else maths.wrapped(tex, max(width, 16))
    return [row.rstrip() for row in rows]


def _around(match: re.Match[str]) -> tuple[str, str, str]:
    """What must stand before and behind a fence in place of a display formula, and its indent."""
    text, start = match.string, match.string.rfind("\n", 0, match.start()) + 1
    before = text[start : match.start()]
    indent = " " * len(_MARKER.match(before)[0])
    lead = "" if start == match.start() == 0 else "\n\n"
    return lead, "\n\n" + indent, indent


def _in_table(match: re.Match[str]) -> bool:
    start = match.string.rfind("\n", 0, match.start()) + 1
    return match.string[start:].lstrip().startswith("|")
