"""Every check of decks that needs no code to be run. Messages name file and line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from tutor.content import expressions, maths
from tutor.content.answers import dims_of, normal
from tutor.content.cards import Card, Choose, Compute, Deck, Formula, Output, Shape
from tutor.content.catalogue import Catalogue
from tutor.content.markdown import formulas
from tutor.content.posing import fill, pose
from tutor.errors import ContentError

_PLACEHOLDER = re.compile(r"(?<![\\{_^}A-Za-z])\{([a-z]\w*)\}(?![}])")
_COMBINATIONS = 300


def check_decks(decks: Iterable[Deck], catalogue: Catalogue) -> list[ContentError]:
    """All problems of these decks, with those found while loading."""
    found = list(catalogue.problems)
    decks = list(decks)
    for deck in decks:
        for name in deck.requires:
            if catalogue.deck(name) is None:
                found.append(
                    ContentError(f"requires `{name}`, which is no deck.", where=deck.place)
                )
        for card in deck.cards:
            found += [
                ContentError(f"{card.key}: {what}", where=card.place)
                for what in _card(card, catalogue)
            ]
    found += _exercise_links(catalogue)
    return found + list(_alike([card for deck in decks for card in deck.cards]))


def output_cards(decks: Iterable[Deck]) -> list[Card]:
    """Cards whose code the caller runs in the sandbox, to compare what it prints."""
    return [card for deck in decks for card in deck.cards if isinstance(card.body, Output)]


def _card(card: Card, catalogue: Catalogue) -> Iterator[str]:
    if not card.source:
        yield "states a fact without `source:` (or `derived: true`)."
    for link in card.see:
        if link not in catalogue.workshop and link not in {
            c.group for c in catalogue.cards.values()
        }:
            yield f"`see` names `{link}`, which does not exist."
    try:
        yield from _numbers(card)
        yield from _drawable(card)
    except ContentError as problem:
        yield problem.what


def _numbers(card: Card) -> Iterator[str]:
    known = {*card.vary, "result"}
    for name in _PLACEHOLDER.findall(_outside_maths(card.ask)):
        if name not in known:
            yield f"`{{{name}}}` is not varied."
    body = card.body
    if isinstance(body, Compute):
        names = list(card.vary)
        for values in itertools.islice(itertools.product(*card.vary.values()), _COMBINATIONS):
            expressions.evaluate(body.expression, dict(zip(names, values, strict=True)))
    elif isinstance(body, Formula):
        missing = expressions.names(body.expression) - set(body.variables)
        if missing:
            yield f"`variables` does not name {', '.join(sorted(missing))}."
        elif not expressions.same(body.expression, body.expression, body.variables):
            yield "the formula has no value in the given spans."
    elif isinstance(body, Shape) and not dims_of(f"({','.join(body.dims)})"):
        yield "the shape cannot be read."


def _outside_maths(text: str) -> str:
    return re.sub(r"\$\$.*?\$\$|\$[^$\n]*\$|```.*?```|`[^`]*`", "", text, flags=re.DOTALL)


def _drawable(card: Card) -> Iterator[str]:
    posed = pose(card, 1)
    texts = [posed.ask, posed.right, posed.why, *(o.text for o in posed.options), *posed.steps]
    texts += [option.why for option in posed.options]
    for text in texts:
        for tex, _ in formulas(fill(text, posed.values)):
            maths.line(tex)
            rows = maths.block(tex)
            if len(rows[0]) > 76:
                yield f"the formula `{tex}` is wider than 76 columns."


def _exercise_links(catalogue: Catalogue) -> Iterator[ContentError]:
    groups = {card.group for card in catalogue.cards.values()}
    for exercise in catalogue.exercises:
        linked = [*exercise.cards, *(k for m in exercise.mistakes.values() for k in m.cards)]
        for key in linked:
            if key not in groups:
                yield ContentError(
                    f"links to the card `{key}`, which does not exist.", where=exercise.place
                )


def _alike(cards: list[Card]) -> Iterator[ContentError]:
    """Two cards ask the same thing when nine tenths of the words of question and answer agree."""
    words = [(card, _words(card)) for card in cards]
    index: dict[str, list[int]] = {}
    for n, (card, own) in enumerate(words):
        rivals = {m for word in own for m in index.get(word, ())}
        for m in sorted(rivals):
            other, theirs = words[m]
            overlap = len(own & theirs) / max(1, len(own | theirs))
            if overlap >= 0.9 and other.group != card.group:
                yield ContentError(
                    f"{card.key} asks the same as {other.key} ({other.place}).", where=card.place
                )
        for word in own:
            index.setdefault(word, []).append(n)


def _words(card: Card) -> frozenset[str]:
    posed = pose(card, 1)
    options = (
        " ".join(sorted(o.text for o in posed.options)) if isinstance(card.body, Choose) else ""
    )
    return frozenset(normal(f"{card.ask} {options} {posed.right}").split())
