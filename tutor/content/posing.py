"""Turning a card into a question: fresh numbers, shuffled options, the right answer in words."""

from __future__ import annotations

import hashlib
import math
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tutor.content.cards import (
    Card,
    Choose,
    Cloze,
    Compute,
    Flip,
    Formula,
    Option,
    Order,
    Output,
    Shape,
    Type,
)
from tutor.content.cloze import fill_holes, holes
from tutor.content.expressions import evaluate

_NAME = re.compile(r"\{(?P<name>[A-Za-z_]\w*)\}")
_ARGUMENT = re.compile(r"\\[A-Za-z]+(?:\{[^{}]*\})+|[\^_]\{[^{}]*\}|" + _NAME.pattern)
"""A name in braces, unless they are the braces of a LaTeX argument."""
_PART = re.compile(
    r"(?P<code>```.*?```|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<maths>\$\$.+?\$\$|\$(?!\d)[^$\n]+\$)|(?:(?!`|\$).)+|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Posed:
    """One card as it is asked this time; the same (card, seed) always poses the same question."""

    card: Card
    seed: int
    values: Mapping[str, float | int | str]
    ask: str
    right: str
    """The right answer as Markdown."""
    why: str
    options: tuple[Option, ...] = ()
    steps: tuple[str, ...] = ()
    expected: float | int | None = None
    """The computed answer of a `compute` card."""


def pose(card: Card, seed: int) -> Posed:
    """Choose the numbers and the order of options and steps.

    Consecutive seeds go through all combinations of the numbers before one comes back.
    """
    draw = _random(card.key, seed)
    values = _numbers(card, seed)
    expected = evaluate(card.body.expression, values) if isinstance(card.body, Compute) else None
    shown = {**values, "result": number_text(expected)} if expected is not None else values
    options = _options(card.body, shown, draw) if isinstance(card.body, Choose) else ()
    return Posed(
        card=card,
        seed=seed,
        values=values,
        ask=_question(card, values),
        right=_right(card, shown, options),
        why=fill(card.why, shown),
        options=options,
        steps=_shuffled(card.body.steps, draw) if isinstance(card.body, Order) else (),
        expected=expected,
    )


def fill(text: str, values: Mapping[str, object]) -> str:
    """Replace `{name}` for known names only; the braces of a LaTeX argument and code stay as they are.

    Inside code and formulas numbers are written without commas.
    """

    def one(part: re.Match[str]) -> str:
        exact = bool(part["code"] or part["maths"])

        def value(match: re.Match[str]) -> str:
            if match["name"] not in values:
                return match[0]
            shown = number_text(values[match["name"]])
            return shown.replace(",", "") if exact else shown

        return (_ARGUMENT if part["maths"] else _NAME).sub(value, part[0])

    return _PART.sub(one, text) if values else text


def number_text(value: object) -> str:
    """A number as a person writes it: 1,048,576 or 0.4741 or 3.2e-05."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    return f"{value:,.1f}" if 10_000 <= abs(value) < 1e15 else f"{value:.4g}"


def _numbers(card: Card, seed: int) -> dict[str, float | int | str]:
    """Combination number `start + seed * stride`; the stride has no factor in common with their number."""
    total = math.prod(map(len, card.vary.values()))
    stride = next(n for n in range(round(total * 0.618), 2 * total + 2) if math.gcd(n, total) == 1)
    at = _random(card.key, 0).randrange(total) + seed * stride
    values = {}
    for name, given in card.vary.items():
        at, place = divmod(at, len(given))
        values[name] = given[place]
    return values


def _random(key: str, seed: int) -> random.Random:
    digest = hashlib.blake2b(f"{key}\0{seed}".encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))


def _shuffled(steps: tuple[str, ...], draw: random.Random) -> tuple[str, ...]:
    """Any order but the right one."""
    order = list(steps)
    while tuple(order) == steps and len(set(steps)) > 1:
        draw.shuffle(order)
    return tuple(order)


def _options(body: Choose, shown: Mapping[str, object], draw: random.Random) -> tuple[Option, ...]:
    filled = [
        replace(option, text=fill(option.text, shown), why=fill(option.why, shown))
        for option in body.options
    ]
    return tuple(draw.sample(filled, len(filled)))


def _question(card: Card, values: Mapping[str, object]) -> str:
    ask = fill(card.ask, values)
    if isinstance(card.body, Cloze):
        return f"{ask}\n\n{cloze_text(card.body)}".strip()
    if isinstance(card.body, Output):
        lead = ask or "What does this code print?"
        return f"{lead}\n\n" + fill(f"```python\n{card.body.code.rstrip()}\n```", values)
    return ask


def cloze_text(body: Cloze, *, filled: bool = False) -> str:
    """The text with the asked hole open (or filled and bold) and all other holes filled."""

    def one(match: re.Match[str]) -> str:
        number, word, hint = int(match["number"]), match["word"], match["hint"]
        if number != body.hole:
            return word
        if filled:
            inside = match.string[: match.start()].count("$") % 2 == 1
            return word if inside else f"**{word}**"
        return f"[… {hint}]" if hint else "[…]"

    return fill_holes(body.text, one)


def cloze_words(body: Cloze) -> tuple[str, ...]:
    """What belongs into the asked hole."""
    return tuple(hole["word"] for hole in holes(body.text) if int(hole["number"]) == body.hole)


def _right(card: Card, shown: Mapping[str, object], options: tuple[Option, ...]) -> str:
    match card.body:
        case Flip(answer=answer):
            return fill(answer, shown)
        case Cloze():
            return cloze_text(card.body, filled=True)
        case Choose():
            return "\n".join(f"- {option.text}" for option in options if option.right)
        case Type(accept=accept):
            return accept[0]
        case Compute(unit=unit, working=working):
            answer = f"**{shown['result']}** {unit}".strip()
            return f"{answer}\n\n{fill(working, shown)}".strip()
        case Formula(expression=expression):
            return f"`{expression}`"
        case Shape(dims=dims):
            return f"`({', '.join(dims)}{',' if len(dims) == 1 else ''})`"
        case Order(steps=steps):
            return "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1))
        case Output(prints=prints):
            return f"```\n{prints.rstrip()}\n```"
