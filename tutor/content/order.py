"""Curriculum order: what a deck requires comes before it, otherwise series and name decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.content.cards import SERIES, Deck
from tutor.content.exercises import Exercise
from tutor.errors import ContentError


def decks_in_order(decks: Sequence[Deck], problems: list[ContentError]) -> list[Deck]:
    """Required decks first. A circle is added to `problems` and broken at its first deck."""
    waiting = sorted(decks, key=lambda deck: (_series(deck.series), deck.name))
    known, done, ordered = {deck.name for deck in decks}, set(), []
    while waiting:
        ready = next((d for d in waiting if known.intersection(d.requires) <= done), None)
        if ready is None:
            around = circle({deck.name: deck.requires for deck in waiting})
            ready = next(deck for deck in waiting if deck.name == around[0])
            problems.append(
                ContentError(
                    f"`requires` goes in a circle: {' -> '.join([*around, around[0]])}.",
                    where=ready.at("requires"),
                    todo="Take one of them out.",
                )
            )
        waiting.remove(ready)
        done.add(ready.name)
        ordered.append(ready)
    return ordered


def exercises_in_order(exercises: Sequence[Exercise], decks: Sequence[Deck]) -> list[Exercise]:
    """In the order of their decks, then by difficulty and name; what one requires comes before it.

    Series stay together, so only requirements within a series count here. A circle is reported by
    `check`; here it is broken at its first exercise.
    """
    place = {deck.name: number for number, deck in enumerate(decks)}
    waiting = sorted(
        exercises,
        key=lambda e: (_series(e.series), place.get(e.deck, len(place)), e.difficulty, e.name),
    )
    series = {e.name: e.series for e in waiting}
    ordered: list[Exercise] = []
    while waiting:
        left = {e.name for e in waiting}
        free = (
            e for e in waiting
            if not any(name in left and series[name] == e.series for name in e.requires)
        )  # fmt: skip
        ready = next(free, waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def circle(requires: Mapping[str, Sequence[str]]) -> list[str]:
    """Names that require each other in a circle, in that order; empty if there is no circle."""
    clean: set[str] = set()
    for start in requires:
        path: list[str] = []
        here: str | None = start
        trail = [iter((start,))]
        while trail:
            here = next(trail[-1], None)
            if here is None:
                trail.pop()
                if path:
                    clean.add(path.pop())
            elif here in path:
                return path[path.index(here) :]
            elif here in requires and here not in clean:
                path.append(here)
                trail.append(iter(requires[here]))
    return []


def _series(name: str) -> int:
    order = list(SERIES)
    return order.index(name) if name in order else len(order)
