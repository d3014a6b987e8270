"""All decks and exercises together: look-ups, curriculum order, what could not be loaded."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tutor.content.cards import Card, Deck
from tutor.content.cloze import fill_holes
from tutor.content.exercises import Exercise
from tutor.errors import ContentError


@dataclass(frozen=True)
class Catalogue:
    """What there is to learn. Broken files are in `problems`; everything else still works."""

    decks: tuple[Deck, ...]
    """In curriculum order: `requires` first, then series order, then name."""
    exercises: tuple[Exercise, ...]
    """In curriculum order of their decks, then by difficulty and name."""
    problems: tuple[ContentError, ...] = field(default=())

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Key -> card, in curriculum order."""
        return {card.key: card for deck in self.decks for card in deck.cards}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Earlier key -> present key, from `was`."""
        return {old: card.key for card in self.cards.values() for old in card.was}

    @cached_property
    def workshop(self) -> Mapping[str, Exercise]:
        """Exercise name -> exercise, in curriculum order."""
        return {exercise.name: exercise for exercise in self.exercises}

    def title(self, key: str) -> str:
        """A card's question on one line, an exercise's title, or the key when neither is known."""
        from tutor.content.markdown import plain
        from tutor.content.posing import fill

        if key in self.workshop:
            return self.workshop[key].title
        card = self.cards.get(key) or self.cards.get(f"{key}#c1")
        if card is None:
            return key
        question = card.ask or fill_holes(getattr(card.body, "text", ""), lambda hole: "...")
        question = fill(question, {name: values[0] for name, values in card.vary.items()})
        words = " ".join(plain(question, 2000).split()) or key
        return words if len(words) <= 120 else f"{words[:117].rsplit(' ', 1)[0]} ..."

    def deck(self, name: str) -> Deck | None:
        """The deck of that name, if it was loaded."""
        return next((deck for deck in self.decks if deck.name == name), None)

    def select(self, what: str | None) -> tuple[Deck, ...]:
        """Decks of a series, one deck by its name or a part of it, or all for None.

        Raises `ContentError` when nothing fits.
        """
        if not what:
            return self.decks
        exact = tuple(d for d in self.decks if what in (d.name, d.series))
        fits = exact or tuple(d for d in self.decks if what.lower() in d.name)
        if not fits:
            raise ContentError(f"No deck or series is called {what!r}.", todo=self._advice(what))
        return fits

    def _advice(self, what: str) -> str:
        """What the learner may have meant, or what there is."""
        if what in self.workshop:
            return f"It is an exercise: `tutor start {what}`."
        if not self.decks:
            return "No deck could be loaded; `tutor author check` says why."
        names = [name for deck in self.decks for name in (deck.name, deck.series)]
        near = difflib.get_close_matches(what.lower(), names, n=1, cutoff=0.5)
        shops = [name for name in self.workshop if what.lower() in name]
        if near:
            return f"Did you mean {near[0]!r}?"
        if shops:
            return f"There is an exercise {shops[0]!r}; `tutor exercises` lists them all."
        series = ", ".join(dict.fromkeys(deck.series for deck in self.decks))
        example = self.decks[0].name
        return f"Name a series ({series}) or a deck, such as {example!r}."
