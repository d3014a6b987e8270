"""Computed answers, formulas and the `{name}` places of varied numbers."""

from __future__ import annotations

import itertools
import math
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tutor.content import answers, expressions
from tutor.content.cards import Card, Cloze, Compute, Formula
from tutor.content.fields import did_you_mean
from tutor.content.posing import fill, number_text, pose
from tutor.errors import ContentError

COMBINATIONS = 200
"""How many combinations of varied numbers are tried for one card."""
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
_NAME = re.compile(r"\{([A-Za-z_]\w*)\}")

Finding = tuple[str, str, str]
"""Key in the file, what is wrong, what to do."""


def combinations(vary: Mapping[str, tuple]) -> Iterator[dict[str, float | int | str]]:
    """All combinations of the varied values, or a fixed sample of `COMBINATIONS` of them."""
    total = 1
    for values in vary.values():
        total *= len(values)
    if total <= COMBINATIONS:
        for chosen in itertools.product(*vary.values()):
            yield dict(zip(vary, chosen, strict=True))
        return
    draw = random.Random(0)
    for _ in range(COMBINATIONS):
        yield {name: draw.choice(values) for name, values in vary.items()}


def compute_problems(card: Card, body: Compute) -> Iterator[Finding]:
    """An expression without a finite value, or whose shown value would not count as right."""
    try:
        unknown = expressions.names(body.expression) - set(card.vary)
    except ContentError as problem:
        yield "compute", problem.what, problem.todo
        return
    for name in sorted(unknown):
        yield "compute", f"`{name}` is not varied.", did_you_mean(name, card.vary)
    for name in sorted(expressions.names(body.expression) & set(card.vary)):
        if len(card.vary[name]) > 1 and f"{{{name}}}" not in card.ask:
            yield "compute", f"the question never shows `{{{name}}}`.", "The answer needs it."
    if not unknown:
        yield from next((found for c in combinations(card.vary) if (found := _one(card, c))), [])


def _one(card: Card, values: Mapping[str, float | int | str]) -> list[Finding]:
    """Problems with one combination of numbers."""
    fixed = replace(card, vary={name: (value,) for name, value in values.items()})
    with_values = ", ".join(f"{name} = {value}" for name, value in values.items()) or "no numbers"
    try:
        posed = pose(fixed, 0)
        shown = number_text(posed.expected)
        right = answers.grade(posed, shown).right
    except ContentError as problem:
        return [("compute", f"with {with_values}: {problem.what}", problem.todo)]
    if not right:
        what = f"with {with_values} the answer is shown as {shown}, which would not count as right."
        return [("compute", what, "Raise `tolerance`, or choose rounder numbers.")]
    working = fill(card.body.working, {**values, "result": shown})
    return [
        ("working", f"with {with_values} it says {left} = {right}, which is not so.", "")
        for left, right in _unequal(working, max(card.body.tolerance, 0.01))
    ]


def _unequal(working: str, tolerance: float) -> Iterator[tuple[str, str]]:
    """Neighbours of an equals sign that are both plain arithmetic and differ."""
    for row in re.sub(r"(?<=\d),(?=\d{3})", "", working).split("\n"):
        parts = [(part.strip(), _value(part)) for part in row.split("=")]
        for (left, a), (right, b) in itertools.pairwise(parts):
            if a is not None and b is not None and not math.isclose(a, b, rel_tol=tolerance):
                yield left, right


def _value(text: str) -> float | None:
    """The value of plain arithmetic, None for anything with words or units in it."""
    try:
        return float(expressions.evaluate(text.strip(" .`$*")))
    except ContentError:
        return None


def formula_problems(body: Formula) -> Iterator[Finding]:
    """Unknown or unused variables, empty spans, and points without a value."""
    try:
        used = expressions.names(body.expression)
    except ContentError as problem:
        yield "formula", problem.what, problem.todo
        return
    for name in sorted(used - set(body.variables)):
        todo = did_you_mean(name, body.variables) or "Write `variables: {name: [low, high]}`."
        yield "formula", f"`{name}` is not among the variables.", todo
    for name, (low, high) in body.variables.items():
        if not low < high:
            yield "variables", f"the span of `{name}` is empty.", "Write [low, high]."
        if name not in used:
            yield "variables", f"`{name}` is not in the formula.", ""
    if used <= set(body.variables):
        yield from _valueless(body)


def _valueless(body: Formula) -> Iterator[Finding]:
    draw = random.Random(0)
    for _ in range(40):
        point = {name: draw.uniform(*span) for name, span in body.variables.items()}
        try:
            expressions.evaluate(body.expression, point)
        except ContentError as problem:
            at = ", ".join(f"{name} = {value:.3g}" for name, value in point.items())
            yield "variables", f"at {at}: {problem.what}", "Narrow the spans."
            return


def placeholder_problems(card: Card) -> Iterator[Finding]:
    """`{name}` that nothing fills, and varied numbers that no text or expression uses."""
    if not card.vary and not isinstance(card.body, Compute):
        return
    body = card.body
    filled = {"ask": card.ask, "why": card.why, "answer": getattr(body, "answer", "")}
    filled["working"] = getattr(body, "working", "")
    for key, text in filled.items():
        known = {*card.vary, *(("result",) if isinstance(body, Compute) and key != "ask" else ())}
        for name in _NAME.findall(_MATHS.sub("", _CODE.sub("", text))):
            if name not in known:
                yield key, f"nothing fills `{{{name}}}`.", did_you_mean(name, known)
    everything = " ".join(filled.values()) + getattr(body, "code", "")
    for name, values in card.vary.items():
        if len(values) > 1 and f"{{{name}}}" not in everything:
            yield "vary", f"`{name}` varies, but no text shows `{{{name}}}`.", ""
    if card.vary and isinstance(body, Cloze):
        yield "vary", "the numbers of a cloze text cannot vary.", "Write a `compute` card."
