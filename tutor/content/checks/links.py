"""Do the names point at something? `see`, `requires`, `was`, and an exercise's deck and cards."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.content.cards import Card, Deck
from tutor.content.catalogue import Catalogue
from tutor.content.fields import did_you_mean
from tutor.errors import ContentError, Place


class Links:
    """Everything that can be pointed at."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.cards = {card.group: card for card in catalogue.cards.values()}
        self.cards |= catalogue.cards
        self.decks = {deck.name for deck in catalogue.decks}
        self.exercises = {exercise.name: exercise for exercise in catalogue.exercises}
        self.claimed: dict[str, list[Card]] = {}
        """Earlier key -> the cards that say they had it."""
        for card in catalogue.cards.values():
            for old in card.was:
                self.claimed.setdefault(old, []).append(card)

    def missing(
        self, key: str, names: Iterable[str], known: Iterable[str], label: str, where: Place
    ) -> list[ContentError]:
        """A problem for each name that is not known."""
        known = list(known)
        return [
            ContentError(
                f"{label}: `{key}` names `{name}`, which does not exist.",
                where=where,
                todo=did_you_mean(name, known),
            )
            for name in names
            if name not in set(known)
        ]


def deck_link_problems(deck: Deck, links: Links) -> list[ContentError]:
    """Broken `requires` of a deck."""
    return links.missing("requires", deck.requires, links.decks, "deck", deck.at("requires"))


def card_link_problems(card: Card, label: str, links: Links) -> list[ContentError]:
    """Broken `see` and `was` of a card."""
    broken = [name for name in card.see if not _known(name, links)]
    known = [*links.cards, *links.exercises]
    found = links.missing("see", broken, known, label, card.at("see")) if broken else []
    if card.key in card.see or card.group in card.see:
        found.append(ContentError(f"{label}: `see` points to itself.", where=card.at("see")))
    return found + [_was(card, old, label, links) for old in card.was if _taken(card, old, links)]


def _known(name: str, links: Links) -> bool:
    return name in links.cards or name in links.exercises or name in links.decks


def _taken(card: Card, old: str, links: Links) -> bool:
    return old in links.cards or len(links.claimed.get(old, ())) > 1


def _was(card: Card, old: str, label: str, links: Links) -> ContentError:
    if old in links.cards:
        what = f"`was` names `{old}`, which is a card of today ({links.cards[old].place})."
    else:
        other = next((c for c in links.claimed[old] if c.key != card.key), card)
        what = f"`was` names `{old}`, and so does `{other.key}` ({other.place})."
    todo = "Only a key that no card has any more can be followed."
    return ContentError(f"{label}: {what}", where=card.at("was"), todo=todo)
