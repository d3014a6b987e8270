"""What a sitting shows at a moment, as frozen values: a question, waiting, or the end."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.content.cards import Card
from tutor.content.exercises import Exercise
from tutor.content.posing import Posed
from tutor.memory.states import Memory, Outcome, Rating


@dataclass(frozen=True, slots=True)
class Turn:
    """What is asked now."""

    key: str
    card: Card | None
    exercise: Exercise | None
    posed: Posed | None
    outcomes: dict[Rating, Outcome]
    phase: str
    """`new`, `learning`, `review`, `relearning` or `practice`."""
    changed: bool
    """The text was edited since the last review."""
    lapses: int
    seed: int
    before: Memory | None
    started_ms: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Only learning steps are left; the next is due then."""

    until_ms: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left for today."""

    done: int
    ratings: dict[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    due: int
    new: int
    learning: int
    done: int
