"""What a sitting shows at a moment, as frozen values: a question, waiting, or the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from tutor.content.cards import Card
from tutor.content.exercises import Exercise
from tutor.content.posing import Posed, pose
from tutor.memory.states import Memory, Outcome, Rating
from tutor.study.record import card_fingerprints


@dataclass(frozen=True)
class Turn:
    """What is asked now. What only a later moment needs is computed then, so that no key waits."""

    key: str
    card: Card | None
    exercise: Exercise | None
    phase: str
    """`new`, `learning`, `review`, `relearning` or `practice`."""
    changed: bool
    """The text was edited since the last review."""
    lapses: int
    seed: int
    before: Memory | None
    started_ms: int
    foresee: Callable[[], dict[Rating, Outcome]] = field(repr=False, compare=False)
    recalling: Callable[[], float | None] = field(repr=False, compare=False)

    @cached_property
    def posed(self) -> Posed | None:
        """The question with its numbers drawn; None for an exercise."""
        return pose(self.card, self.seed) if self.card else None

    @cached_property
    def outcomes(self) -> dict[Rating, Outcome]:
        """What each rating does, as it is shown and as it is applied."""
        return self.foresee()

    @cached_property
    def recall(self) -> float | None:
        """Probability of recall at the time of asking; None for what was never studied."""
        return self.recalling()

    @cached_property
    def fingerprint(self) -> str:
        """Digests of the card's question and answer, kept with the review."""
        return "".join(card_fingerprints(self.card)) if self.card else ""


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
