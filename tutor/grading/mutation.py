"""Small wrong changes of a reference, made by themselves, to see whether the claims notice.

The operators are the usual ones of mutation testing (DeMillo, Lipton & Sayward, "Hints on Test Data
Selection", 1978; Jia & Harman, "An Analysis and Survey of the Development of Mutation Testing", 2011),
and those that suit tensors: another axis, arguments in another order, a term left out.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tutor.grading.mutators import changes

_Slot = tuple[ast.AST, str, int | None]
"""Where a node hangs: parent, field, and its place when the field is a list."""
_SMALL = (ast.Constant, ast.UnaryOp, ast.Slice, ast.keyword, ast.Name, ast.Attribute, ast.Tuple)
"""Shown together with what stands around them."""
_WIDTH = 100
_SKIPPED = ("annotation", "returns", "decorator_list", "type_comment")


@dataclass(frozen=True, slots=True)
class _Place:
    function: str
    slot: _Slot
    node: ast.AST
    shown: ast.AST
    """The node, or what stands around it if it is small."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one place."""

    name: str
    """`function: before -> after`; a second equal change gets ` (2)`. Lines do not count."""
    line: int
    source: str
    """The whole file with the change."""


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a file's functions and constants, each source text once."""
    tree = ast.parse(source)
    names: Counter[str] = Counter()
    seen = {ast.unparse(tree)}
    found = []
    for place in _places(tree):
        before = _short(place.shown)
        for changed in changes(place.node):
            new = ast.fix_missing_locations(ast.copy_location(changed, place.node))
            with _replaced(place, new):
                text = ast.unparse(tree)
                after = _short(new if place.shown is place.node else place.shown)
            if text in seen:
                continue
            seen.add(text)
            name = f"{place.function}: {before} -> {after}"
            names[name] += 1
            label = f"{name} ({names[name]})" if names[name] > 1 else name
            found.append(Mutant(label, getattr(place.node, "lineno", 1), text))
    return found


def _places(tree: ast.Module) -> Iterator[_Place]:
    for at, statement in enumerate(tree.body):
        if isinstance(statement, ast.FunctionDef):
            yield from _below(statement, statement.name, statement)
        elif isinstance(statement, ast.Assign):
            yield from _inside((tree, "body", at), statement, "module", statement)


def _inside(slot: _Slot, node: ast.AST, function: str, around: ast.AST) -> Iterator[_Place]:
    shown = around if isinstance(node, _SMALL) else node
    yield _Place(function, slot, node, shown)
    if not isinstance(node, ast.Raise):  # what an error says is for people
        yield from _below(node, function, shown)


def _below(node: ast.AST, function: str, shown: ast.AST) -> Iterator[_Place]:
    for field, value in ast.iter_fields(node):
        if field in _SKIPPED:
            continue
        if isinstance(value, ast.AST):
            yield from _inside((node, field, None), value, function, shown)
        elif isinstance(value, list):
            for at, child in enumerate(value):
                if isinstance(child, ast.AST) and not _is_docstring(child):
                    yield from _inside((node, field, at), child, function, shown)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@contextmanager
def _replaced(place: _Place, new: ast.AST) -> Iterator[None]:
    """The tree with another node in this place, for a while."""
    parent, field, at = place.slot
    old = getattr(parent, field)
    copied = copy.deepcopy(new)
    setattr(parent, field, copied if at is None else [*old[:at], copied, *old[at + 1 :]])
    try:
        yield
    finally:
        setattr(parent, field, old)


def _short(node: ast.AST) -> str:
    """Its first line, cut to be read."""
    if isinstance(node, ast.Pass):
        return "nothing"
    text = ast.unparse(node).strip().partition("\n")[0]
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."
