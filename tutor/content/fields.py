"""Reading typed fields out of a YAML mapping, with messages that name file, line and key."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor.content.yamlio import Node
from tutor.errors import ContentError, Place


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
        for key in self.node:
            if key not in set(known):
                near = difflib.get_close_matches(key, list(known), n=1)
                raise self.fail(
                    f"unknown key `{key}`.", key, f"Did you mean `{near[0]}`?" if near else ""
                )

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
        if not isinstance(value, list):
            value = [value]
        if any(isinstance(item, bool | float | list | dict) for item in value):
            raise self.fail(
                f"`{key}` must be a list of texts.", key, "Write each of them in quotes."
            )
        return tuple(str(item).rstrip("\n") for item in value)

    def number(self, key: str, default: float, kind: type = float) -> Any:
        value = self.node.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"`{key}` must be a number.", key)
        return kind(value)

    def flag(self, key: str) -> bool:
        value = self.node.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"`{key}` must be true or false.", key)
        return value

    def mapping(self, key: str) -> Node:
        value = self.node.get(key)
        if value is None:
            empty = Node()
            empty.line, empty.lines = self.node.line, {}
            return empty
        if not isinstance(value, Node):
            raise self.fail(f"`{key}` must hold names and values.", key)
        return value
