"""Does typed text say what a program prints? Spaces at line ends and inside brackets do not count."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|\w+|[^\w\s]")


def lines_of(text: str) -> list[str]:
    """Printed lines; what is inside open brackets is one line, however it is broken."""
    lines: list[str] = []
    depth = 0
    for row in text.strip("\n").split("\n"):
        if depth > 0 and lines:
            lines[-1] += f" {row.strip()}"
        else:
            lines.append(row.strip())
        depth += sum(row.count(c) for c in "([{") - sum(row.count(c) for c in ")]}")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def tokens(line: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(line.replace('"', "'")))


def first_difference(given: str, right: str) -> int | None:
    """Index of the first line that differs, None if none does."""
    typed, printed = lines_of(given), lines_of(right)
    for index in range(max(len(typed), len(printed))):
        if tokens(_at(typed, index)) != tokens(_at(printed, index)):
            return index
    return None


def same_numbers(given: str, right: str) -> bool:
    """Equal but for how numbers are written: `1.0` for `1.`, `2` for `2.0`."""
    typed, printed = lines_of(given), lines_of(right)
    return [_valued(line) for line in typed] == [_valued(line) for line in printed]


def _valued(line: str) -> list[str | float]:
    return [
        float(t) if re.fullmatch(r"[\d.]+(e[+-]?\d+)?", t) and t != "." * len(t) else t
        for t in tokens(line)
    ]


def _at(lines: list[str], index: int) -> str:
    return lines[index] if index < len(lines) else ""
