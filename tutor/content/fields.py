"""Reading typed fields out of a YAML mapping, with messages that name file, line and key."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tutor.content.yamlio import Node
from tutor.errors import ContentError, Place


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean `{near[0]}`?" if near else ""


@dataclass(frozen=True)
class Fields:
    """One mapping of a file, being read."""

    node: Node
    path: Path
    label: str
    """What it is, for messages: `deck`, `card score-shape`."""

    def place(self, key: str = "") -> Place:
        return Place(self.path, self.node.lines.get(key, self.node.line))

    def fail(self, what: str, key: str = "", todo: str = "") -> ContentError:
        return ContentError(f"{self.label}: {what}", where=self.place(key), todo=todo)

    def only(self, known: Iterable[str]) -> None:
        """Refuse unknown keys."""
        allowed = list(known)
        for key in self.node:
            if key not in allowed:
                raise self.fail(f"unknown key `{key}`.", key, did_you_mean(key, allowed))

    def text(self, key: str, default: str | None = None) -> str:
        if key not in self.node:
            if default is None:
                raise self.fail(f"`{key}` is missing.")
            return default
        value = self.node[key]
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self.fail(f"`{key}` must be text.", key, "Write it in quotes.")
        if isinstance(value, float) or not str(value).strip():
            problem = "is empty" if not str(value).strip() else "is read as a number"
            raise self.fail(f"`{key}` {problem}.", key, "Write it in quotes.")
        return str(value).rstrip("\n")

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.node.get(key, [])
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, bool | float | list | dict) for item in items):
            raise self.fail(
                f"`{key}` must be a list of texts.", key, "Write each of them in quotes."
            )
        if not all(str(item).strip() for item in items):
            raise self.fail(f"`{key}` holds an empty text.", key)
        return tuple(str(item).rstrip("\n") for item in items)

    def number(self, key: str, default: float, *, least: float, most: float) -> float:
        """A number within bounds."""
        value = self.node.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"`{key}` must be a number.", key)
        if not least <= value <= most:
            raise self.fail(f"`{key}` must be between {least:g} and {most:g}.", key)
        return float(value)

    def whole(self, key: str, default: int, *, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self.number(key, default, least=least, most=most)
        if not value.is_integer():
            raise self.fail(f"`{key}` must be a whole number.", key)
        return int(value)

    def flag(self, key: str) -> bool:
        value = self.node.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"`{key}` must be true or false.", key, "Write it without quotes.")
        return value

    def mapping(self, key: str) -> Node:
        """The names and values below a key, an empty mapping if it is not there."""
        value = self.node.get(key)
        if value is None:
            return Node.empty(self.node.line)
        if not isinstance(value, Node):
            raise self.fail(f"`{key}` must hold names and values.", key)
        return value
