"""One card: its source, its links, its texts, and whether its own answer would count as right."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tutor.content import answers
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
from tutor.content.checks.links import Links, card_link_problems
from tutor.content.checks.numbers import compute_problems, formula_problems, placeholder_problems
from tutor.content.checks.texts import text_problems
from tutor.content.cloze import fill_holes
from tutor.content.loader import UNVERIFIED
from tutor.content.posing import cloze_words, pose
from tutor.errors import ContentError

GIVEAWAY = 20
"""Characters by which a right option may be longer than the longest wrong one in any case."""
CODE_WIDTH = 72
"""Columns for code in an 80-column terminal; longer lines would be cut off."""
Finding = tuple[str, str, str]
"""Key in the file, what is wrong, what to do."""


def card_problems(card: Card, links: Links) -> list[ContentError]:
    """Everything wrong with one card. A cloze text is checked once, at its first hole."""
    label = f"card {card.group.partition(':')[2]}"
    if isinstance(card.body, Cloze) and card.body.hole > 1:
        return [_error(card, label, finding) for finding in _cloze(card, card.body)]
    found = [_error(card, label, finding) for finding in (*_source(card), *_body(card))]
    found += [_error(card, label, finding) for finding in placeholder_problems(card)]
    found += text_problems(label, texts_of(card), card)
    return found + card_link_problems(card, label, links)


def texts_of(card: Card) -> Iterator[tuple[str, str]]:
    """Every Markdown text of a card with its key in the file; varied numbers are not filled in."""
    yield card.kind if card.kind in ("choose", "order") else "ask", card.ask
    yield "why", card.why
    match card.body:
        case Flip(answer=answer):
            yield "answer", answer
        case Cloze(text=text):
            yield "cloze", fill_holes(text, lambda hole: hole["word"])
        case Choose(options=options):
            for option in options:
                yield "options", option.text
                yield "options", option.why
        case Type(accept=accept, near=near):
            yield "type", accept[0]
            yield from (("near", why) for why in near.values())
        case Compute(working=working):
            yield "working", working
        case Order(steps=steps):
            yield from (("steps", step) for step in steps)
        case _:
            return


def _error(card: Card, label: str, finding: Finding) -> ContentError:
    key, what, todo = finding
    return ContentError(f"{label}: {what}", where=card.at(key), todo=todo)


def _source(card: Card) -> Iterator[Finding]:
    if not card.source.removeprefix(UNVERIFIED).strip():
        yield "source", "a fact without `source:`.", "Name one, or write `derived: true`."


def _body(card: Card) -> Iterator[Finding]:
    match card.body:
        case Cloze() as body:
            yield from _cloze(card, body)
        case Choose(options=options):
            yield from _giveaway(options)
            if len({answers.normal(option.text) for option in options}) < len(options):
                yield "options", "two options say the same.", ""
        case Type() as body:
            yield from _type(card, body)
        case Compute() as body:
            yield from compute_problems(card, body)
        case Formula() as body:
            yield from formula_problems(body)
        case Shape() as body:
            yield from _shape(card, body)
        case Output() as body:
            yield from _output(card, body)


def _cloze(card: Card, body: Cloze) -> Iterator[Finding]:
    for word in cloze_words(body):
        if not _accepted(card, word):
            todo = "Make the word shorter or plainer."
            yield "cloze", f"`{word}` would not count as right in hole {body.hole}.", todo


def _giveaway(options: tuple[Option, ...]) -> Iterator[Finding]:
    """A single right option that is far longer than all others can be found without knowing."""
    right = [len(option.text) for option in options if option.right]
    longest = max(len(option.text) for option in options if not option.right)
    if len(right) == 1 and right[0] > 1.5 * longest and right[0] - longest > GIVEAWAY:
        todo = "Shorten it, and move the reason to `why`."
        yield "options", "the right option is much longer than the others.", todo


def _type(card: Card, body: Type) -> Iterator[Finding]:
    for text in body.accept:
        if not _accepted(card, text):
            yield "type", f"`{text}` would not count as right.", ""
    for slip in body.near:
        if answers.normal(slip) in {answers.normal(text) for text in body.accept}:
            yield "near", f"`{slip}` is accepted and named as a slip, too.", "Take one out."


def _shape(card: Card, body: Shape) -> Iterator[Finding]:
    for dim in body.dims:
        try:
            ast.parse(dim, mode="eval")
        except SyntaxError:
            yield "shape", f"the dimension `{dim}` cannot be read.", "Write it like d_k or B*H."
            return
    if not _accepted(card, f"({', '.join(body.dims)})"):
        yield "shape", "the shape would not count as right.", ""


def _output(card: Card, body: Output) -> Iterator[Finding]:
    if card.vary:
        yield "vary", "an `output` card cannot vary.", "What it prints is fixed."
    wide = [n for n, line in enumerate(body.code.splitlines(), 1) if len(line) > CODE_WIDTH]
    if wide:
        yield (
            "output",
            f"line {wide[0]} of the code is wider than {CODE_WIDTH} columns.",
            "Break it.",
        )
    try:
        ast.parse(body.code)
    except (SyntaxError, ValueError) as problem:
        line = getattr(problem, "lineno", None) or 1
        yield "output", f"line {line} of the code is not valid Python.", ""


def _accepted(card: Card, text: str) -> bool:
    try:
        return bool(answers.grade(pose(card, 0), text).right)
    except ContentError:
        return False
