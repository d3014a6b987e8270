"""Arithmetic over a syntax tree, for computed answers and formulas. Nothing is ever executed."""

from __future__ import annotations

import ast
import math
import operator
import random
import re
from collections.abc import Callable, Mapping

from tutor.errors import ContentError

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
_WRITTEN = {"×": "*", "·": "*", "⋅": "*", "−": "-", "–": "-", "÷": "/", "^": "**", "√": "sqrt"}
_GREEK = {"σ": "sigmoid", "π": "pi", "β": "beta", "τ": "tau", "α": "alpha", "γ": "gamma"}
_GREEK |= {"λ": "lam", "ε": "eps", "η": "eta", "θ": "theta", "μ": "mu"}


class ExpressionError(ContentError):
    """An expression that cannot be read or has no value."""


def evaluate(text: str, values: Mapping[str, Number] | None = None) -> Number:
    """The value of an arithmetic expression. Raises `ExpressionError`."""
    try:
        result = _value(_parsed(text), values or {})
    except (ValueError, ZeroDivisionError, OverflowError, TypeError) as problem:
        raise ExpressionError(f"`{text}` has no value ({problem}).") from problem
    if isinstance(result, complex) or not math.isfinite(result):
        raise ExpressionError(f"`{text}` has no finite value.")
    return result


def names(text: str) -> set[str]:
    """The variables of an expression. Raises `ExpressionError`."""
    found = {node.id for node in ast.walk(_parsed(text)) if isinstance(node, ast.Name)}
    return found - set(FUNCTIONS) - set(CONSTANTS)


def same(
    left: str, right: str, variables: Mapping[str, tuple[float, float]], seed: int = 0
) -> bool:
    """Do both expressions agree at random points? Points where either has no value are left out.

    Raises `ExpressionError` when an expression cannot be read or has no value anywhere.
    """
    draw, agreed = random.Random(seed), 0
    for _ in range(60):
        point = {name: draw.uniform(*span) for name, span in variables.items()}
        try:
            a, b = evaluate(left, point), evaluate(right, point)
        except ExpressionError:
            continue
        if not math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9):
            return False
        agreed += 1
        if agreed == 12:
            return True
    if agreed:
        return True
    evaluate(left, {name: sum(span) / 2 for name, span in variables.items()})
    return False


def _parsed(text: str) -> ast.expr:
    if len(text) > 500:
        raise ExpressionError("The expression is too long.")
    for written, meant in (_WRITTEN | _GREEK).items():
        text = text.replace(written, meant)
    text = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)(?=[A-DF-Za-df-z(])", r"\1*", text.strip())
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        raise ExpressionError(
            f"`{text}` cannot be read as a formula.", todo="Write it like 2*(a - b)/sqrt(d)."
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
    if name in values:
        return values[name]
    if name in CONSTANTS:
        return CONSTANTS[name]
    known = ", ".join([*values, *FUNCTIONS])
    raise ExpressionError(f"`{name}` is not known here.", todo=f"Known are: {known}.")


def _power(base: Number, exponent: Number) -> Number:
    if abs(exponent) > 1000 or (isinstance(base, int) and base.bit_length() * abs(exponent) > 4000):
        raise ExpressionError("That power is too large.")
    return _sized(base**exponent)


def _sized(number: Number) -> Number:
    if isinstance(number, int) and number.bit_length() > 4000:
        raise ExpressionError("That number is too large.")
    return number
