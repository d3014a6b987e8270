"""What is known about one item, as frozen values. The formulas are in `schedule`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """How well an item was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def label(self) -> str:
        return self.name.capitalize()


class Phase(StrEnum):
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Memory:
    """FSRS state of an item after at least one review. A new item has no Memory (None)."""

    phase: Phase
    step: int
    """Index of the learning or relearning step; 0 in review."""
    stability: float
    """Days until the probability of recall has fallen to 90 %."""
    difficulty: float
    """1 (easy) to 10."""
    due_day: int
    """Study day on which it is due."""
    due_ms: int
    """UTC milliseconds at which a (re)learning step is due; 0 in review."""
    last_day: int
    """Study day of the last review."""
    interval: int
    """Days between the last review and the due day; 0 within (re)learning."""
    reps: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rating would do: shown on the button, and applied as it is."""

    rating: Rating
    memory: Memory
    label: str
    """The interval in words: `10 min`, `3 d`, `2.1 mo`."""
