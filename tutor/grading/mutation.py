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
from dataclasses import dataclass

from tutor.grading.mutators import changes

_Slot = tuple[ast.AST, str, int | None]
"""Where a node hangs: parent, field, and its place when the field is a list."""
_SKIPPED = ("annotation", "returns", "decorator_list", "type_comment")


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
    for function, slot, node in _places(tree):
        for changed in changes(node):
            new = ast.fix_missing_locations(ast.copy_location(changed, node))
            text = _with(tree, slot, new)
            if text in seen:
                continue
            seen.add(text)
            name = f"{function}: {_short(node)} -> {_short(new)}"
            names[name] += 1
            label = f"{name} ({names[name]})" if names[name] > 1 else name
            found.append(Mutant(label, getattr(node, "lineno", 1), text))
    return found


def _places(tree: ast.Module) -> Iterator[tuple[str, _Slot, ast.AST]]:
    for at, statement in enumerate(tree.body):
        if isinstance(statement, ast.FunctionDef):
            yield from _below(statement, statement.name)
        elif isinstance(statement, ast.Assign):
            yield from _inside((tree, "body", at), statement, "module")


def _inside(slot: _Slot, node: ast.AST, function: str) -> Iterator[tuple[str, _Slot, ast.AST]]:
    yield function, slot, node
    if not isinstance(node, ast.Raise):  # what an error says is for people
        yield from _below(node, function)


def _below(node: ast.AST, function: str) -> Iterator[tuple[str, _Slot, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field in _SKIPPED:
            continue
        if isinstance(value, ast.AST):
            yield from _inside((node, field, None), value, function)
        elif isinstance(value, list):
            for at, child in enumerate(value):
                if isinstance(child, ast.AST) and not _is_docstring(child):
                    yield from _inside((node, field, at), child, function)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _with(tree: ast.Module, slot: _Slot, new: ast.AST) -> str:
    """The text of the tree with another node in this slot; the tree stays as it was."""
    parent, field, at = slot
    old = getattr(parent, field)
    try:
        if at is None:
            setattr(parent, field, copy.deepcopy(new))
        else:
            setattr(parent, field, [*old[:at], copy.deepcopy(new), *old[at + 1 :]])
        return ast.unparse(tree)
    finally:
        setattr(parent, field, old)


def _short(node: ast.AST) -> str:
    if isinstance(node, ast.Pass):
        return "nothing"
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 100 else f"{text[:97]}..."
