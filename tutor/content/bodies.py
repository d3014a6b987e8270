"""From the keys of a card to its body: one reader for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tutor.content.answers import dims_of
from tutor.content.cards import (
    Body,
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
from tutor.content.cloze import holes, without_code
from tutor.content.fields import Fields
from tutor.content.yamlio import Node

_SLIP = re.compile(r"\{\{\s*c?\d*\s*:|\{\{\s*c\d")
COMMON = ("id", "ask", "vary", "why", "source", "see", "was", "rev", "derived", "unverified")
EXTRA: dict[str, tuple[str, ...]] = {
    "answer": (),
    "cloze": (),
    "choose": ("options",),
    "type": ("near",),
    "compute": ("unit", "tolerance", "working"),
    "formula": ("variables",),
    "shape": (),
    "order": ("steps",),
    "output": ("prints",),
}


def kind_of(fields: Fields) -> str:
    """The one kind of the card."""
    found = [kind for kind in EXTRA if kind in fields.node]
    if len(found) != 1:
        given = " and ".join(f"`{kind}`" for kind in found) or "none"
        raise fields.fail(
            f"exactly one kind is needed, found {given}.", todo=f"Kinds: {', '.join(EXTRA)}."
        )
    return found[0]


def bodies(fields: Fields) -> tuple[str, list[Body]]:
    """The question and the bodies of a card (several for a cloze)."""
    kind = kind_of(fields)
    fields.only((*COMMON, kind, *EXTRA[kind]))
    if kind in ("choose", "order"):
        if "ask" in fields.node:
            raise fields.fail(f"the question stands in `{kind}`.", "ask", "Take `ask` out.")
        return fields.text(kind), _READERS[kind](fields)
    ask = fields.text("ask", "")
    if not ask and kind not in ("cloze", "output"):
        raise fields.fail("`ask` is missing.")
    return ask, _READERS[kind](fields)


def _answer(fields: Fields) -> list[Body]:
    return [Flip(fields.text("answer"))]


def _cloze(fields: Fields) -> list[Body]:
    text = fields.text("cloze")
    found = list(holes(text))
    if not found:
        todo = "Write {{c1::word}}, outside of code."
        raise fields.fail("the cloze text has no hole.", "cloze", todo)
    if _SLIP.search(without_code(text)) or not all(_sound(hole["word"]) for hole in found):
        todo = "Write {{c1::word}} or {{c1::word::hint}}, and no `}}` inside the word."
        raise fields.fail("a hole of the cloze text is not well formed.", "cloze", todo)
    numbers = sorted({int(hole["number"]) for hole in found})
    if numbers != list(range(1, len(numbers) + 1)):
        raise fields.fail("holes are numbered c1, c2, ... without a gap.", "cloze")
    return [Cloze(text, number) for number in numbers]


def _sound(word: str) -> bool:
    """A word cut off at the `}}` of its own LaTeX has more braces opened than closed."""
    return bool(word.strip()) and "{{c" not in word and word.count("{") == word.count("}")


def _choose(fields: Fields) -> list[Body]:
    options = fields.node.get("options")
    if not isinstance(options, list) or not all(isinstance(o, Node) for o in options):
        raise fields.fail("`options` must be a list of `right:` and `wrong:` entries.", "options")
    read = tuple(_option(Fields(option, fields.path, fields.label)) for option in options)
    if not any(o.right for o in read) or all(o.right for o in read):
        raise fields.fail("at least one right and one wrong option are needed.", "options")
    return [Choose(read)]


def _option(option: Fields) -> Option:
    option.only(("right", "wrong", "why"))
    if ("right" in option.node) == ("wrong" in option.node):
        raise option.fail("an option is either `right:` or `wrong:`.")
    right = "right" in option.node
    why = option.text("why", "")
    if not right and not why:
        raise option.fail("a wrong option needs `why:`, what is wrong about it.")
    return Option(option.text("right" if right else "wrong"), right, why)


def _type(fields: Fields) -> list[Body]:
    accept = fields.texts("type")
    if not accept or not all(text.strip() for text in accept):
        raise fields.fail("`type` needs at least one accepted answer.", "type")
    near = Fields(fields.mapping("near"), fields.path, fields.label)
    return [Type(accept, {key: near.text(key) for key in near.node})]


def _compute(fields: Fields) -> list[Body]:
    return [
        Compute(
            fields.text("compute"),
            fields.text("unit", ""),
            fields.number("tolerance", 0.01, least=0, most=0.5),
            fields.text("working", ""),
        )
    ]


def _formula(fields: Fields) -> list[Body]:
    spans = fields.mapping("variables")
    for name, span in spans.items():
        if not (isinstance(span, list) and len(span) == 2 and all(map(_is_number, span))):
            raise fields.fail(f"the span of `{name}` must be [low, high].", "variables")
    variables = {name: (float(low), float(high)) for name, (low, high) in spans.items()}
    return [Formula(fields.text("formula"), variables)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shape(fields: Fields) -> list[Body]:
    dims = dims_of(fields.text("shape"))
    if not dims:
        raise fields.fail("the shape has no dimensions.", "shape", "Write (B, T, d).")
    return [Shape(dims)]


def _order(fields: Fields) -> list[Body]:
    steps = fields.texts("steps")
    if len(steps) < 3 or len(set(steps)) < len(steps):
        raise fields.fail("`steps` needs three or more different steps.", "steps")
    return [Order(steps)]


def _output(fields: Fields) -> list[Body]:
    return [Output(fields.text("output"), fields.text("prints"))]


_READERS: dict[str, Callable[[Fields], list[Body]]] = {
    "answer": _answer,
    "cloze": _cloze,
    "choose": _choose,
    "type": _type,
    "compute": _compute,
    "formula": _formula,
    "shape": _shape,
    "order": _order,
    "output": _output,
}
