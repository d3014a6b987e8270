"""YAML with line numbers and without surprises. Builds plain values; executes nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tutor.errors import ContentError, Place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STR, _INT, _FLOAT = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float"))
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$")


class Node(dict):
    """A mapping that knows its own line and the line of each key."""

    line: int
    lines: dict[str, int]


def read(path: Path) -> Node:
    """The mapping in a YAML file. Raises `ContentError` with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_Loader)
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(f"The file cannot be read ({problem}).", where=path) from problem
    except (yaml.YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(problem, "problem", None) or "nested too deeply"
        raise ContentError(f"This is not valid YAML: {what}.", where=Place(path, line)) from problem
    value = _value(root, path) if root else None
    if not isinstance(value, Node):
        raise ContentError("The file must hold keys and values.", where=Place(path, 1))
    return value


def _value(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path) for item in node.value]
    return _scalar(node, path)


def _mapping(node: yaml.MappingNode, path: Path) -> Node:
    result = Node()
    result.line, result.lines = node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise ContentError("A key must be a word.", where=Place(path, line))
        if key in result:
            first = result.lines[key]
            raise ContentError(
                f"`{key}` is given twice, first in line {first}.", where=Place(path, line)
            )
        result[key], result.lines[key] = _value(value_node, path), line
    return result


def _scalar(node: yaml.ScalarNode, path: Path) -> Any:
    if node.tag == _STR:
        return node.value
    if node.tag in (_INT, _FLOAT) and _PLAIN_NUMBER.match(node.value):
        return float(node.value) if node.tag == _FLOAT else int(node.value)
    if node.tag.endswith(":bool") and node.value in ("true", "false"):
        return node.value == "true"
    raise ContentError(
        f"YAML reads `{node.value}` as {node.tag.rpartition(':')[2]}, not as text.",
        where=Place(path, node.start_mark.line + 1),
        todo=f"Write it in quotes: '{node.value}'.",
    )
