"""What one node of a syntax tree can be turned into. See `mutation`."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import TypeVar

_OPERATORS = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
_COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_NAMES = [
    *(("min", "max"), ("amin", "amax"), ("argmin", "argmax"), ("minimum", "maximum")),
    *(("sum", "mean"), ("any", "all"), ("floor", "ceil"), ("tril", "triu"), ("log", "log1p")),
    *(("exp", "expm1"), ("sin", "cos"), ("zeros", "ones"), ("zeros_like", "ones_like")),
    *(("append", "extend"), ("find", "rfind"), ("startswith", "endswith"), ("lstrip", "rstrip")),
]
_OTHER = {a: b for pair in _NAMES for a, b in (pair, pair[::-1])}
_MODULES = {"torch", "math", "F", "np", "re", "regex", "random", "functional", "collections"}
_ONE_TO_ONE = {"sorted", "abs", "set", "reversed", "round"}
"""Builtins that may be left out of a call, their argument staying."""
_COMMUTES = {"min", "max", "minimum", "maximum", "allclose", "transpose", "swapaxes"}
"""Calls whose arguments may stand in any order."""
_AXES = {"dim", "axis", "dim0", "dim1"}

_Node = TypeVar("_Node", bound=ast.AST)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes to put in the place of this one, one at a time."""
    for kinds, made in _BY_KIND:
        if isinstance(node, kinds):
            yield from made(node)


def _put(node: _Node, **fields: object) -> _Node:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    for other in _OPERATORS.get(type(node.op), ()):
        yield _put(node, op=other())
    if isinstance(node.op, ast.MatMult):
        yield _put(node, left=node.right, right=node.left)
    yield node.left
    if isinstance(node.op, ast.Add | ast.Mult | ast.BitAnd | ast.BitOr):
        yield node.right


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        for other in _COMPARISONS[type(op)]:
            yield _put(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def _boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _put(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    yield from node.values


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool(value):
            yield ast.Constant(not value)
        case int(value):
            yield ast.Constant(value + 1)
        case float(value):
            yield ast.Constant(value * 2 if value else 1.0)
        case str(value):
            yield ast.Constant(f"{value}x")
        case bytes(value):
            yield ast.Constant(value + b"x")


def _keyword(node: ast.keyword) -> Iterator[ast.AST]:
    """Another axis; -1 is also turned into 1 and -2 by the changes of its parts."""
    if node.arg in _AXES and isinstance(node.value, ast.Constant) and node.value.value:
        yield _put(node, value=ast.Constant(node.value.value - 1))


def _call(node: ast.Call) -> Iterator[ast.AST]:
    yield from _reordered(node)
    for at, keyword in enumerate(node.keywords):
        if keyword.arg:
            yield _put(node, keywords=[*node.keywords[:at], *node.keywords[at + 1 :]])
    match node.func:
        case ast.Attribute(value=ast.Name(id=module)) if module in _MODULES:
            yield from node.args[:1]
        case ast.Attribute(value=receiver):
            yield receiver
        case ast.Name(id=name) if name in _ONE_TO_ONE and len(node.args) == 1:
            yield node.args[0]


def _reordered(node: ast.Call) -> Iterator[ast.AST]:
    """Two neighbouring arguments change places."""
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
    starred = any(isinstance(argument, ast.Starred) for argument in node.args)
    for at in range(0 if starred or name in _COMMUTES else len(node.args) - 1):
        swapped = [*node.args[:at], node.args[at + 1], node.args[at], *node.args[at + 2 :]]
        yield _put(node, args=swapped)


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in _OTHER:
        yield _put(node, attr=_OTHER[node.attr])
    if node.attr in ("mT", "T"):
        yield node.value


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if node.id in _OTHER and isinstance(node.ctx, ast.Load):
        yield _put(node, id=_OTHER[node.id])


def _slice(node: ast.Slice) -> Iterator[ast.AST]:
    for field in ("lower", "upper", "step"):
        if getattr(node, field) is not None:
            yield _put(node, **{field: None})


def _choice(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _comprehension(node: ast.comprehension) -> Iterator[ast.AST]:
    for at in range(len(node.ifs)):
        yield _put(node, ifs=[*node.ifs[:at], *node.ifs[at + 1 :]])


def _condition(node: ast.If) -> Iterator[ast.AST]:
    yield _put(node, test=ast.UnaryOp(ast.Not(), node.test))
    yield ast.Pass()


def _added(node: ast.AugAssign) -> Iterator[ast.AST]:
    for other in _OPERATORS.get(type(node.op), ()):
        yield _put(node, op=other())
    yield ast.Assign([node.target], node.value)
    yield ast.Pass()


def _assigned(node: ast.Assign) -> Iterator[ast.AST]:
    """A name that is made anew from itself can also stay as it was."""
    targets = {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    if targets & {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}:
        yield ast.Pass()


def _dropped(node: ast.AST) -> Iterator[ast.AST]:
    yield ast.Pass()


_BY_KIND = (
    (ast.BinOp, _binary),
    (ast.Compare, _compare),
    (ast.BoolOp, _boolean),
    (ast.UnaryOp, _unary),
    (ast.Constant, _constant),
    (ast.keyword, _keyword),
    (ast.Call, _call),
    (ast.Attribute, _attribute),
    (ast.Name, _name),
    (ast.Slice, _slice),
    (ast.IfExp, _choice),
    (ast.comprehension, _comprehension),
    (ast.If, _condition),
    (ast.AugAssign, _added),
    (ast.Assign, _assigned),
    ((ast.Expr, ast.Raise, ast.Break, ast.Continue), _dropped),
)
