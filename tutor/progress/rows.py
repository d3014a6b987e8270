"""Rows of the store as values, and the translation between both. No SQL is run here."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from tutor.memory.replay import Event, Flag
from tutor.memory.states import Memory, Phase

MEMORY_COLUMNS = (
    "key, phase, step, stability, difficulty, due_day, due_ms, last_day, interval, reps, lapses"
)
FLAG_COLUMNS = "key, suspended, buried_until, note, leech, forward"
EVENT_COLUMNS = (
    "id, key, kind, day, at_ms, rating, interval, due_ms, parameters_id, undoes, set_aside, arg"
)


@dataclass(frozen=True, slots=True)
class Review:
    """One event to log. For everything but ratings only key, kind, time and `arg` matter."""

    key: str
    kind: str
    at_ms: int
    day: int
    rating: int | None = None
    graded: str = ""
    """`self`, `auto` or `tests`."""
    score: float | None = None
    offset_minutes: int = 0
    duration_ms: int = 0
    retrievability: float | None = None
    interval: int = 0
    due_ms: int = 0
    parameters_id: int | None = None
    fingerprint: str = ""
    seed: int = 0
    undoes: int | None = None
    set_aside: bool = False
    arg: str = ""


REVIEW_FIELDS = tuple(Review.__dataclass_fields__)
REVIEW_COLUMNS = ", ".join(REVIEW_FIELDS)
review_row = attrgetter(*REVIEW_FIELDS)
"""The values of a `Review` in the order of `REVIEW_COLUMNS`; SQLite takes a bool as 0 or 1."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back."""

    id: int
    key: str
    kind: str
    rating: int | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One grading that was kept."""

    id: int
    exercise: str
    at_ms: int
    day: int
    verdict: str
    mistake: str
    seed: int
    seconds: float
    hints: int
    gave_up: bool
    report: str
    """JSON of the report."""


def memory_row(key: str, memory: Memory) -> tuple[Any, ...]:
    return (
        key,
        str(memory.phase),
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.due_day,
        memory.due_ms,
        memory.last_day,
        memory.interval,
        memory.reps,
        memory.lapses,
    )


def memory_from(row: tuple[Any, ...]) -> Memory:
    return Memory(Phase(row[1]), *row[2:])


def flag_row(key: str, flag: Flag) -> tuple[Any, ...]:
    numbers = int(flag.leech), int(flag.forward)
    return (key, int(flag.suspended), flag.buried_until, flag.note, *numbers)


def flag_from(row: tuple[Any, ...]) -> Flag:
    return Flag(bool(row[1]), row[2], row[3], bool(row[4]), bool(row[5]))


def event_from(row: tuple[Any, ...]) -> Event:
    return Event(*row[:10], set_aside=bool(row[10]), arg=row[11])
