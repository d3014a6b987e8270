"""Exercises in the schedule: recording an attempt, rating a pass, what state an exercise is in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from tutor.config import Config, utc_ms
from tutor.content.catalogue import Catalogue
from tutor.content.exercises import Exercise
from tutor.memory.days import study_day
from tutor.memory.schedule import default_parameters, outcomes
from tutor.memory.states import Memory, Rating
from tutor.progress.attempts import attempts, help_taken, save_attempt
from tutor.progress.rows import Attempt, Review
from tutor.progress.store import Store

STATE_SIGNS = {"new": "·", "started": "…", "passed": "✓", "due": "!", "given up": "–"}
SOLVED = ("passed", "due")
"""States of an exercise that was solved once; one that is due wants to be solved again."""


def rating_for(tries: int, hints: int, gave_up: bool, minutes: float, expected: int) -> Rating:
    """How well it was remembered: from failed tries, hints, time, and whether the answer was read."""
    if gave_up:
        return Rating.AGAIN
    if hints >= 2 or tries >= 6:
        return Rating.HARD
    if hints == 0 and tries == 0 and minutes <= expected / 2:
        return Rating.EASY
    return Rating.GOOD


def record_attempt(
    store: Store,
    exercise: Exercise,
    report,
    source: str,
    *,
    config: Config,
    now: datetime,
    started_ms: int | None = None,
) -> Rating | None:
    """Keep a report. On a pass the exercise is scheduled by the rating that is returned.

    `report` is a grading report (duck-typed: verdict, seed, seconds, diagnosis, passed, to_json).
    A diagnosis puts the cards that teach it forward.
    """
    at_ms, day = utc_ms(now), study_day(now, config.rollover_hour)
    hints, gave_up = help_taken(store, exercise.name)
    tries = _failed_since_pass(store, exercise.name)
    named = report.diagnosis.mistake if report.diagnosis else ""
    kept = Attempt(
        0, exercise.name, at_ms, day, str(report.verdict), named, report.seed, report.seconds,
        hints, gave_up, report.to_json(),
    )  # fmt: skip
    save_attempt(store, kept, source)
    if report.diagnosis:
        for key in report.diagnosis.cards:
            store.event(Review(key, "forward", at_ms, day))
    if not report.passed or not _counts(store.memory(exercise.name), day):
        return None
    minutes = (at_ms - started_ms) / 60_000 if started_ms else float(exercise.minutes)
    rating = rating_for(tries, hints, gave_up, minutes, exercise.minutes)
    _schedule(store, exercise.name, rating, config, at_ms, day)
    return rating


def due_again(store: Store, exercise: Exercise, today: int) -> int | None:
    """The study day since which a solved exercise waits to be solved again, or None."""
    memory = store.memory(exercise.name)
    return memory.due_day if memory and memory.due_day <= today else None


def _counts(memory: Memory | None, day: int) -> bool:
    """Passing again before the exercise is due moves nothing."""
    return memory is None or memory.due_day <= day


def _failed_since_pass(store: Store, exercise: str) -> int:
    failed = 0
    for attempt in attempts(store, exercise, limit=50):
        if attempt.verdict == "pass":
            break
        failed += 1
    return failed


def _schedule(store: Store, key: str, rating: Rating, config: Config, at_ms: int, day: int) -> None:
    """An exercise has no learning steps: it goes straight to days."""
    before = store.memory(key)
    parameters = default_parameters(_stepless(config))
    load = Counter(memory.due_day for memory in store.memories().values())
    outcome = outcomes(before, key=key, day=day, now_ms=at_ms, parameters=parameters, load=load)[
        rating
    ]
    review = Review(
        key,
        "review" if before else "learn",
        at_ms,
        day,
        rating=int(rating),
        graded="tests",
        score=1.0,
        interval=outcome.memory.interval,
        due_ms=outcome.memory.due_ms,
        parameters_id=store.parameters(parameters),
    )
    store.record(review, outcome.memory, before=before)


def _stepless(config: Config) -> Config:
    return replace(config, learning_minutes=(), relearning_minutes=())


def state(
    exercise: Exercise, tried: list[Attempt], memory: Memory | None, gave_up: bool, today: int
) -> str:
    """`new`, `started`, `passed`, `due` or `given up`."""
    if any(attempt.verdict == "pass" for attempt in tried):
        return "due" if memory and memory.due_day <= today else "passed"
    if gave_up:
        return "given up"
    return "started" if tried else "new"


def states(
    catalogue: Catalogue, store: Store, memories: dict[str, Memory], today: int
) -> dict[str, str]:
    """Exercise name -> state."""
    tried: dict[str, list[Attempt]] = {}
    for attempt in attempts(store):
        tried.setdefault(attempt.exercise, []).append(attempt)
    return {
        e.name: state(
            e, tried.get(e.name, []), memories.get(e.name), help_taken(store, e.name)[1], today
        )
        for e in catalogue.exercises
    }


def next_exercise(
    catalogue: Catalogue, store: Store, memories: dict[str, Memory], today: int
) -> Exercise | None:
    """A due one first, then one that was started, then the first new one."""
    found = states(catalogue, store, memories, today)
    for wanted in ("due", "started", "new"):
        for exercise in catalogue.exercises:
            if found[exercise.name] == wanted:
                return exercise
    return None
