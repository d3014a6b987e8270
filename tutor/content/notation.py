"""From what people type as a formula (`2x`, `√4`, `x²`, `log σ(a)`) to Python arithmetic.

Only rewrites: nothing is evaluated here. What could be read in two ways is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from tutor.errors import ContentError

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][+-]?\d+(?![\w.]))?)"
    r"|(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|//|[-+*/%(),]))"
)
_SIGNS = {"×": "*", "·": "*", "⋅": "*", "∗": "*", "−": "-", "–": "-", "÷": "/", "^": "**"}
_SIGNS |= {"√": " sqrt ", "⌊": " floor(", "⌋": ")", "⌈": " ceil(", "⌉": ")", "′": "_prime"}
_SIGNS |= {"[": "(", "]": ")", "\u00a0": " "}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        [
            "alpha",
            "beta",
            "gamma",
            "delta",
            "eps",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lam",
            "mu",
            "nu",
            "xi",
            "omicron",
            "pi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega",
        ],
        strict=True,
    )
)
_GREEK |= {"ϵ": "eps", "ϕ": "phi", "ς": "sigma", "Δ": "Delta", "Σ": "Sigma", "Θ": "Theta"}
_ALIASES = {"lambda": "lam", "epsilon": "eps", "log_2": "log2", "log_10": "log10", "log_e": "ln"}
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣⁱᵗ", "0123456789+-nxit", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aeijklmnoprstuvx", strict=True))
PREFIX = "v_"
"""Put before every variable, so that `in` or `lambda` can be one."""


class ExpressionError(ContentError):
    """An expression that cannot be read or has no value."""


def canonical(name: str) -> str:
    """`λ` and `lambda` are one name, and so are `d_k`, `dₖ` and `d_{k}`."""
    name = "".join(_GREEK.get(character, character) for character in _lowered(name))
    return _ALIASES.get(name, name)


def translated(text: str, functions: Collection[str], known: Collection[str] | None) -> str:
    """Python arithmetic in which every variable begins with `PREFIX`.

    `known` are the variables there are; None takes every name. Raises `ExpressionError`.
    """
    tokens = _tokens(text, functions)
    return _written(_applied(tokens, functions, text), functions, known, text)


def _lowered(text: str) -> str:
    text = re.sub(r"_\{(\w+)\}", r"_\1", text)
    run = "[" + "".join(_LOWERED) + "]+"
    return re.sub(run, lambda m: "_" + "".join(_LOWERED[c] for c in m[0]), text)


def _tokens(text: str, functions: Collection[str]) -> list[str]:
    plain = _lowered(text)
    run = "[" + "".join(_RAISED) + "]+"
    plain = re.sub(run, lambda m: "**(" + "".join(_RAISED[c] for c in m[0]) + ")", plain)
    for written, meant in _SIGNS.items():
        plain = plain.replace(written, meant)
    tokens, at = [], 0
    plain = plain.strip()
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if not match:
            raise ExpressionError(
                f"`{plain[at:].strip()[:1]}` cannot be part of a formula here.",
                todo="Write it like 2*(a - b)/sqrt(d).",
            )
        at = match.end()
        token = match["number"] or match["sign"] or match["name"]
        if match["name"]:
            sigmoid = token == "σ" and plain[at : at + 1] == "(" and "sigmoid" in functions
            token = "sigmoid" if sigmoid else canonical(token)
        tokens.append(token)
    return tokens


def _applied(tokens: list[str], functions: Collection[str], text: str) -> list[str]:
    """Give `log x` and `log sigmoid(x)` their brackets."""
    out, at = [], 0
    while at < len(tokens):
        if tokens[at] in functions and tokens[at + 1 : at + 2] != ["("]:
            end = _end_of_unit(tokens, at + 1, functions)
            if end == at + 1 or tokens[end : end + 1] not in ([], ["+"], ["-"], [")"], [","]):
                raise ExpressionError(
                    f"In `{text}` it is not clear where the argument of {tokens[at]} ends.",
                    todo=f"Write {tokens[at]}(...) with brackets.",
                )
            inside = _applied(tokens[at + 1 : end], functions, text)
            out += [tokens[at], "(", *inside, ")"]
            at = end
        else:
            out.append(tokens[at])
            at += 1
    return out


def _end_of_unit(tokens: list[str], at: int, functions: Collection[str]) -> int:
    """Behind one number, name, call or bracket."""
    while at < len(tokens) and tokens[at] in functions:
        at += 1
    if at >= len(tokens) or tokens[at] != "(":
        return at + (at < len(tokens) and tokens[at][0] not in "+-*/%,)")
    depth = 0
    while at < len(tokens):
        depth += (tokens[at] == "(") - (tokens[at] == ")")
        at += 1
        if depth == 0:
            break
    return at


def _written(
    tokens: list[str], functions: Collection[str], known: Collection[str] | None, text: str
) -> str:
    out: list[str] = []
    before = ""
    divides = False
    for token in tokens:
        word = token[0].isalpha() or token[0] == "_"
        operand = word or token == "(" or token[0] in ".0123456789"
        ends = before not in ("", "(", ",", "+", "-", "*", "/", "//", "%", "**")
        if operand and ends and before not in functions:
            if token[0] in ".0123456789" or divides:
                raise ExpressionError(
                    f"`{before} {token}` can be read in more than one way.",
                    todo="Write * for times, and brackets around what you divide by.",
                )
            out.append("*")
        if token in ("/", "//", "%", "**"):
            divides = True
        elif token in ("+", "-", "*", "(", ","):
            divides = token == "-" and before in ("/", "**")
        variable = word and token not in functions
        if variable and known is not None and token not in known:
            names = ", ".join(sorted(set(known) - {"e", "pi"}))
            raise ExpressionError(
                f"`{token}` is not known here.",
                todo=f"Known are: {names}." if names else "Only numbers are needed here.",
            )
        out.append(f"{PREFIX}{token}" if variable else token)
        before = token
    if not out:
        raise ExpressionError("There is no formula.", todo="Write it like 2*(a - b)/sqrt(d).")
    return " ".join(out)
