"""What the home screen and the numbers page say about the learner's day and progress."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.config import Config
from tutor.content.cards import SERIES
from tutor.content.catalogue import Catalogue
from tutor.content.exercises import Exercise
from tutor.memory.days import study_day
from tutor.memory.states import Memory
from tutor.progress import totals
from tutor.progress.store import Store
from tutor.study.agenda import build
from tutor.study.workshop import next_exercise

MATURE_DAYS = 21
"""Stability (days) from which a card counts as mastered."""
HEAT_DAYS = 7 * 18


@dataclass(frozen=True, slots=True)
class SeriesProgress:
    name: str
    title: str
    decks: int
    cards: int
    seen: int
    mature: int
    due: int


@dataclass(frozen=True, slots=True)
class DeckProgress:
    name: str
    series: str
    title: str
    cards: int
    seen: int
    due: int


@dataclass(frozen=True, slots=True)
class Overview:
    due: int
    new: int
    learning: int
    series: tuple[SeriesProgress, ...]
    next_exercise: Exercise | None
    streak: int
    heat: tuple[int, ...]
    """Answers per study day, the last one is today."""
    first_run: bool
    today: int


def overview(catalogue: Catalogue, store: Store, config: Config, now) -> Overview:
    """Everything the home screen shows; reads only."""
    today = study_day(now, config.rollover_hour)
    memories, flags = store.memories(), store.flags()
    new_done, reviews_done = totals.first_answers(store, today)
    agenda = build(
        catalogue,
        memories,
        flags,
        today=today,
        config=config,
        seed=0,
        new_done=new_done,
        reviews_done=reviews_done,
        answered=totals.answered_groups(store, today),
    )
    counts = totals.reviews_per_day(store, today - HEAT_DAYS + 1, today)
    return Overview(
        due=len(agenda.due),
        new=len(agenda.new),
        learning=len(agenda.learning),
        series=series_progress(catalogue, memories, today),
        next_exercise=next_exercise(catalogue, store, memories, today),
        streak=totals.streak(store, today),
        heat=tuple(counts.get(today - HEAT_DAYS + 1 + n, 0) for n in range(HEAT_DAYS)),
        first_run=not memories,
        today=today,
    )


def series_progress(
    catalogue: Catalogue, memories: dict[str, Memory], today: int
) -> tuple[SeriesProgress, ...]:
    """One line per series that has decks, in curriculum order."""
    names = [*SERIES, *sorted({d.series for d in catalogue.decks} - set(SERIES))]
    found = []
    for name in names:
        decks = [deck for deck in catalogue.decks if deck.series == name]
        known = [memories.get(card.key) for deck in decks for card in deck.cards]
        seen = [memory for memory in known if memory]
        if decks:
            mature = sum(memory.stability >= MATURE_DAYS for memory in seen)
            due = sum(memory.due_day <= today for memory in seen)
            title = SERIES.get(name, name)
            found.append(
                SeriesProgress(name, title, len(decks), len(known), len(seen), mature, due)
            )
    return tuple(found)


def deck_progress(
    catalogue: Catalogue, memories: dict[str, Memory], today: int
) -> tuple[DeckProgress, ...]:
    """One line per deck: series in their order, decks by name, so that each series stands together."""
    order = [*SERIES, *sorted({d.series for d in catalogue.decks} - set(SERIES))]
    decks = sorted(catalogue.decks, key=lambda deck: (order.index(deck.series), deck.name))
    found = []
    for deck in decks:
        seen = [memories[card.key] for card in deck.cards if card.key in memories]
        due = sum(memory.due_day <= today for memory in seen)
        found.append(
            DeckProgress(deck.name, deck.series, deck.title, len(deck.cards), len(seen), due)
        )
    return tuple(found)
