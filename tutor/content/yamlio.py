"""YAML with line numbers and without surprises. Builds plain values; executes nothing."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import yaml

from tutor.errors import ContentError, Place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STR, _INT, _FLOAT, _BOOL, _NULL = (
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")
)
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9]\d{0,300})(\.\d*)?([eE][-+]?\d+)?$")
_SEEN_AS = {_BOOL: "true or false", _INT: "a number", _FLOAT: "a number"}
_DEEPEST = 20
"""Levels of nesting; a deck needs six."""


class Node(dict[str, Any]):
    """A mapping that knows its own line and the line of each key."""

    line: int
    lines: dict[str, int]

    @classmethod
    def empty(cls, line: int) -> Node:
        node = cls()
        node.line, node.lines = line, {}
        return node


def read(path: Path) -> Node:
    """The mapping in a YAML file. Raises `ContentError` with file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(
            f"The file cannot be read ({problem}).", where=path, todo="Decks are UTF-8 text."
        ) from problem
    return parse(text, path)


def parse(text: str, path: Path) -> Node:
    """The mapping in a YAML text; `path` is only for messages. Raises `ContentError`."""
    try:
        value = _Reader(text, path).document()
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        what = getattr(problem, "problem", None) or getattr(problem, "reason", str(problem))
        where = Place(path, mark.line + 1 if mark else 1)
        if "nesting depth" in what:  # newer parsers count the depth themselves
            raise ContentError("Nested too deeply.", where=where) from problem
        raise ContentError(f"This is not valid YAML: {what}.", where=where) from problem
    if not isinstance(value, Node):
        raise ContentError("The file must hold keys and values.", where=Place(path, 1))
    return value


class _Reader:
    """Values straight from the parser's events.

    `yaml.compose` recurses in C and crashes the process on deep nesting; here depth is counted.
    """

    def __init__(self, text: str, path: Path) -> None:
        self.loader, self.path = _Loader(text), path

    def document(self) -> Any:
        """The value of the only document, None if there is none."""
        self.loader.get_event()
        if isinstance(self.loader.get_event(), yaml.StreamEndEvent):
            return None
        value = self.value(self.loader.get_event(), 0)
        self.loader.get_event()
        more = self.loader.get_event()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self.fail(more, "`---` begins a second document.", "Use one file for each.")
        return value

    def fail(self, event: yaml.Event, what: str, todo: str = "") -> ContentError:
        return ContentError(what, where=Place(self.path, event.start_mark.line + 1), todo=todo)

    def value(self, event: yaml.Event, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            name = f"`&{event.anchor}` or `*{event.anchor}`"
            raise self.fail(event, f"{name} repeats a part.", "Write it out, or in quotes.")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if event.tag:
            raise self.fail(event, f"The tag `{event.tag}` is not allowed.")
        if depth == _DEEPEST:
            raise self.fail(event, "Nested too deeply.")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth + 1)
        items = []
        while not isinstance(item := self.loader.get_event(), yaml.SequenceEndEvent):
            items.append(self.value(item, depth + 1))
        return items

    def mapping(self, start: yaml.Event, depth: int) -> Node:
        node = Node.empty(start.start_mark.line + 1)
        while not isinstance(name := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(name, yaml.ScalarEvent):
                raise self.fail(name, "A key must be a word.", "Is `{...}` text? Then quote it.")
            key = name.value
            if key in node:
                raise self.fail(name, f"`{key}` is given twice, first in line {node.lines[key]}.")
            node.lines[key] = name.start_mark.line + 1
            node[key] = self.value(self.loader.get_event(), depth)
        return node

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.tag not in (None, _STR):
            raise self.fail(event, f"The tag `{event.tag}` is not allowed.")
        tag = event.tag or self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == _STR:
            return event.value
        return _plain(tag, event.value, Place(self.path, event.start_mark.line + 1))


def _plain(tag: str, text: str, where: Place) -> float | int | bool:
    """A number, true or false; everything else that YAML would convert is refused."""
    if tag in (_INT, _FLOAT) and _PLAIN_NUMBER.match(text):
        number = float(text) if tag == _FLOAT else int(text)
        if math.isfinite(number):
            return number
    if tag == _BOOL and text in ("true", "false"):
        return text == "true"
    if tag == _NULL:
        raise ContentError(
            "A value is missing here.", where=where, todo="Write one, or leave the key out."
        )
    seen_as = _SEEN_AS.get(tag, f"a {tag.rpartition(':')[2]}")
    raise ContentError(
        f"YAML reads `{_short(text)}` as {seen_as}, not as text.",
        where=where,
        todo=f"Write it in quotes: '{_short(text)}'.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
