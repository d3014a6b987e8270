"""One review step: what each rating would do, and the state after a logged one.

py-fsrs computes stability and difficulty from whole study days; its fuzz stays off. Source:
FSRS-6 as implemented in py-fsrs. Pure: time, load and parameters are passed in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import fsrs

from tutor.config import Config
from tutor.memory.days import noon
from tutor.memory.fuzz import fuzzed
from tutor.memory.states import Memory, Outcome, Phase, Rating

_TO_FSRS = {
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_FROM_FSRS = {state: phase for phase, state in _TO_FSRS.items()}
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything that decides a schedule, stored with each set."""

    weights: tuple[float, ...]
    desired_retention: float
    learning_minutes: tuple[int, ...]
    relearning_minutes: tuple[int, ...]
    maximum_interval: int
    library: str
    """Name and version of the library that computed with them."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Parameters:
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})


def default_parameters(config: Config) -> Parameters:
    """The library's weights with the learner's settings."""
    return Parameters(
        weights=tuple(fsrs.Scheduler().parameters),
        desired_retention=config.desired_retention,
        learning_minutes=config.learning_minutes,
        relearning_minutes=config.relearning_minutes,
        maximum_interval=36500,
        library=f"fsrs {version('fsrs')}",
    )


def outcomes(
    memory: Memory | None,
    *,
    key: str,
    day: int,
    now_ms: int,
    parameters: Parameters,
    load: Mapping[int, int] | Callable[[int], int] = lambda _: 0,
) -> dict[Rating, Outcome]:
    """What each rating would do now. `load` maps a study day to the number of items due on it."""
    due_on = load.get if isinstance(load, Mapping) else load
    shortest = 0
    result = {}
    for rating in Rating:
        after_it = _reviewed(memory, rating, day, now_ms, parameters)
        if after_it.phase is Phase.REVIEW:
            floor = max(shortest, memory.interval if memory and rating > Rating.AGAIN else 1, 1)
            interval = fuzzed(
                after_it.interval,
                key=key,
                reps=after_it.reps,
                floor=min(floor, parameters.maximum_interval),
                ceiling=parameters.maximum_interval,
                load=lambda n: due_on(after_it.last_day + n) or 0,  # noqa: B023 - used at once
            )
            after_it = replace(after_it, interval=interval, due_day=after_it.last_day + interval)
            shortest = interval + 1
        result[rating] = Outcome(rating, after_it, interval_label(after_it, now_ms))
    return result


def after(
    memory: Memory | None,
    rating: Rating,
    *,
    day: int,
    now_ms: int,
    interval: int,
    due_ms: int,
    parameters: Parameters,
) -> Memory:
    """The state after a review as the log tells it: the logged interval decides the due day."""
    computed = _reviewed(memory, rating, day, now_ms, parameters)
    due_day = computed.last_day + interval
    return replace(computed, interval=interval, due_day=due_day, due_ms=due_ms)


def retrievability(memory: Memory, day: int, parameters: Parameters) -> float:
    """Probability (0 to 1) that the item is recalled on this study day."""
    scheduler = _scheduler(parameters)
    return float(scheduler.get_card_retrievability(_card(memory), noon(max(day, memory.last_day))))


def becomes_leech(memory: Memory, config: Config) -> bool:
    """True when this lapse is the one that sets an item aside, and at every half of it again."""
    limit = config.leech_lapses
    if not limit or memory.lapses < limit:
        return False
    return (memory.lapses - limit) % max(1, math.ceil(limit / 2)) == 0


def interval_label(memory: Memory, now_ms: int) -> str:
    """The interval in words: `10 min`, `3 d`, `2.1 mo`, `1.4 y`."""
    if memory.phase is not Phase.REVIEW:
        return f"{max(1, round((memory.due_ms - now_ms) / MINUTE_MS))} min"
    days = memory.interval
    if days < 31:
        return f"{days} d"
    return f"{days / 30.4:.1f} mo" if days < 365 else f"{days / 365:.1f} y"


def _reviewed(
    memory: Memory | None, rating: Rating, day: int, now_ms: int, parameters: Parameters
) -> Memory:
    """The state before fuzz. A clock set back counts as the day of the last review."""
    day = max(day, memory.last_day) if memory else day
    card, _ = _scheduler(parameters).review_card(
        _card(memory), fsrs.Rating(int(rating)), review_datetime=noon(day)
    )
    phase = _FROM_FSRS[card.state]
    wait: timedelta = card.due - noon(day)
    in_review = phase is Phase.REVIEW
    interval = max(1, wait.days) if in_review else 0
    lapsed = memory is not None and memory.phase is Phase.REVIEW and rating is Rating.AGAIN
    return Memory(
        phase=phase,
        step=card.step or 0,
        stability=card.stability,
        difficulty=card.difficulty,
        due_day=day + interval,
        due_ms=0 if in_review else now_ms + round(wait.total_seconds() * 1000),
        last_day=day,
        interval=interval,
        reps=(memory.reps if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + lapsed,
    )


def _card(memory: Memory | None) -> fsrs.Card:
    if memory is None:
        return fsrs.Card(card_id=1)
    return fsrs.Card(
        card_id=1,
        state=_TO_FSRS[memory.phase],
        step=None if memory.phase is Phase.REVIEW else memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=noon(memory.due_day),
        last_review=noon(memory.last_day),
    )


@lru_cache(maxsize=16)
def _scheduler(parameters: Parameters) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        parameters=parameters.weights,
        desired_retention=parameters.desired_retention,
        learning_steps=[timedelta(minutes=m) for m in parameters.learning_minutes],
        relearning_steps=[timedelta(minutes=m) for m in parameters.relearning_minutes],
        maximum_interval=parameters.maximum_interval,
        enable_fuzzing=False,
    )
