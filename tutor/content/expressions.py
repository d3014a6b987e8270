"""Arithmetic over a syntax tree, for computed answers and formulas. Nothing is ever executed."""

from __future__ import annotations

import ast
import math
import operator
import random
from collections.abc import Callable, Collection, Mapping

from tutor.content.notation import PREFIX, ExpressionError, canonical, translated

Number = int | float

_BINARY: dict[type, Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def _softplus(x: float) -> float:
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


FUNCTIONS: dict[str, Callable[..., Number]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "ln": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "ceil": math.ceil,
    "floor": math.floor,
    "round": round,
    "abs": abs,
    "min": min,
    "max": max,
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "tanh": math.tanh,
    "sin": math.sin,
    "cos": math.cos,
}
CONSTANTS = {"pi": math.pi, "e": math.e}
_FAILS = (ValueError, ZeroDivisionError, OverflowError, TypeError, RecursionError)


def evaluate(text: str, values: Mapping[str, Number] | None = None) -> Number:
    """The value of an arithmetic expression. Raises `ExpressionError`."""
    given = {canonical(name): value for name, value in (values or {}).items()}
    try:
        result = _value(_parsed(text, {*given, *CONSTANTS}), given)
        finite = not isinstance(result, complex) and math.isfinite(result)
    except _FAILS as problem:
        raise ExpressionError(f"`{text}` has no value ({problem}).") from problem
    if not finite:
        raise ExpressionError(f"`{text}` has no finite value.")
    return result


def names(text: str) -> set[str]:
    """The variables of an expression. Raises `ExpressionError`."""
    found = {node.id for node in ast.walk(_parsed(text, None)) if isinstance(node, ast.Name)}
    found = {name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX)}
    return found - set(CONSTANTS)


def same(
    left: str, right: str, variables: Mapping[str, tuple[float, float]], seed: int = 0
) -> bool:
    """Do both expressions agree at random points? Points where neither has a value are left out.

    A few points where only one of them has a value are forgiven (rounding at the border of its
    domain). Raises `ExpressionError` when an expression cannot be read or has no value anywhere.
    """
    points = _points(variables, seed)
    lefts, rights = _at(left, points), _at(right, points)
    pairs = list(zip(lefts, rights, strict=True))
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    alone = sum((a is None) != (b is None) for a, b in pairs)
    if not both or alone > len(pairs) // 4:
        for text, found in ((left, lefts), (right, rights)):
            if all(value is None for value in found):
                evaluate(text, points[0])
        return False
    return all(math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9) for a, b in both)


def _points(variables: Mapping[str, tuple[float, float]], seed: int) -> list[dict[str, float]]:
    draw = random.Random(seed)
    count = 40 if variables else 1
    return [{name: draw.uniform(*span) for name, span in variables.items()} for _ in range(count)]


def _at(text: str, points: list[dict[str, float]]) -> list[Number | None]:
    """The value at every point, None where there is none."""
    given = [{canonical(name): value for name, value in point.items()} for point in points]
    tree = _parsed(text, {*given[0], *CONSTANTS})
    return [_or_none(tree, values) for values in given]


def _or_none(tree: ast.expr, values: Mapping[str, Number]) -> Number | None:
    try:
        value = _value(tree, values)
        return value if not isinstance(value, complex) and math.isfinite(value) else None
    except (*_FAILS, ExpressionError):
        return None


def _parsed(text: str, known: Collection[str] | None) -> ast.expr:
    if len(text) > 500:
        raise ExpressionError("The expression is too long.")
    python = translated(text, FUNCTIONS, known)
    try:
        return ast.parse(python, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        raise ExpressionError(
            f"`{text.strip()}` cannot be read as a formula.",
            todo="Write it like 2*(a - b)/sqrt(d).",
        ) from problem


def _value(node: ast.expr, values: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.Name(id=name):
            return _named(name, values)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, values)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, values)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_value(left, values), _value(right, values))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _sized(_BINARY[type(op)](_value(left, values), _value(right, values)))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](*(_value(arg, values) for arg in args))
    raise ExpressionError("Only numbers, names, + - * / ** and known functions may be used.")


def _named(name: str, values: Mapping[str, Number]) -> Number:
    name = name.removeprefix(PREFIX)
    return values[name] if name in values else CONSTANTS[name]


def _power(base: Number, exponent: Number) -> Number:
    if abs(exponent) > 1000 or (isinstance(base, int) and base.bit_length() * abs(exponent) > 4000):
        raise ExpressionError("That power is too large.")
    return _sized(base**exponent)


def _sized(number: Number) -> Number:
    if isinstance(number, int) and number.bit_length() > 4000:
        raise ExpressionError("That number is too large.")
    return number


__all__ = ["CONSTANTS", "FUNCTIONS", "ExpressionError", "evaluate", "names", "same"]
