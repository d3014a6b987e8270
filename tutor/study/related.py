"""Where to read on after a wrong answer: what a card's `see` names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tutor.content.cards import Card
from tutor.content.catalogue import Catalogue
from tutor.content.posing import pose


@dataclass(frozen=True, slots=True)
class Related:
    """One thing that `see` names: a card, an exercise or a deck."""

    key: str
    line: str
    """In one line: the card's question, the exercise's or the deck's title."""
    text: str
    """Markdown: question, answer and reason of a card that was studied; where to find the rest."""


def related(catalogue: Catalogue, card: Card, known: Callable[[str], bool]) -> tuple[Related, ...]:
    """What `card` names, in its order. `known` tells whether a card was ever answered.

    The answer of a card that is still to come is not given away.
    """
    return tuple(_related(catalogue, key, known) for key in card.see)


def _related(catalogue: Catalogue, key: str, known: Callable[[str], bool]) -> Related:
    if key in catalogue.workshop:
        title = catalogue.workshop[key].title
        return Related(
            key, f"Practise it: {title}", f"**Exercise: {title}**\n\n`tutor start {key}`"
        )
    name, _, card_id = key.partition(":")
    deck = catalogue.deck(name)
    title = deck.title if deck else name
    card = catalogue.cards.get(key) or catalogue.cards.get(f"{key}#c1")
    if not card_id or card is None:
        return Related(key, f"Deck: {title}", f"**Deck: {title}**")
    question = catalogue.title(key)
    if not known(card.key):
        return Related(key, question, f"**{question}**\n\nStill to come, in the deck “{title}”.")
    posed = pose(card, 0)
    parts = [f"**{title}**", posed.ask, posed.right, posed.why]
    return Related(key, question, "\n\n".join(part for part in parts if part))
