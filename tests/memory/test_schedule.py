"""Scheduling: study days, steps, intervals that grow, and previews that are kept."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.config import Config
from tutor.memory.days import study_day
from tutor.memory.fuzz import fuzzed, spread
from tutor.memory.schedule import (
    Parameters,
    after,
    becomes_leech,
    default_parameters,
    outcomes,
    retrievability,
)
from tutor.memory.states import Memory, Phase, Rating

P = default_parameters(Config())
STEPLESS = default_parameters(Config(learning_minutes=(), relearning_minutes=()))
MINUTE = 60_000


def options(memory, day, *, key="s/d:c", parameters=P, load=lambda _: 0, now_ms=0):
    return outcomes(memory, key=key, day=day, now_ms=now_ms, parameters=parameters, load=load)


def learned(day=100) -> Memory:
    return options(None, day)[Rating.EASY].memory


def test_the_study_day_turns_over_at_four_in_the_morning():
    late = datetime(2026, 3, 2, 3, 59, tzinfo=UTC)
    assert study_day(late, 4) + 1 == study_day(late + timedelta(minutes=1), 4)


def test_the_study_day_is_the_local_one():
    moment = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
    tokyo = moment.astimezone(timezone(timedelta(hours=9)))
    assert study_day(tokyo, 4) == study_day(moment, 4) + 1


def test_a_new_card_starts_with_minutes_and_easy_skips_them():
    shown = options(None, 100, now_ms=5)
    assert [shown[r].label for r in Rating][:3] == ["1 min", "6 min", "10 min"]
    assert shown[Rating.AGAIN].memory.due_ms == 5 + MINUTE
    assert shown[Rating.EASY].memory.phase is Phase.REVIEW


def test_forgetting_relearns_in_minutes_and_counts_a_lapse():
    forgotten = options(learned(), 108)[Rating.AGAIN].memory
    assert forgotten.phase is Phase.RELEARNING
    assert (forgotten.lapses, forgotten.due_ms) == (1, 10 * MINUTE)


def test_the_next_study_day_counts_as_a_day_however_few_hours_passed():
    memory = learned(100)
    same, next_day = (options(memory, day)[Rating.GOOD].memory for day in (100, 101))
    assert next_day.stability > same.stability


def test_better_ratings_never_give_shorter_intervals():
    memory = learned()
    for day in range(101, 160):
        shown = options(memory, day, key=f"s/d:{day}")
        hard, good, easy = (shown[r].memory.interval for r in (2, 3, 4))
        assert memory.interval <= hard < good < easy


def test_a_success_never_shortens_the_interval_even_when_the_load_says_so():
    memory = learned()
    crowded = {day: 99 for day in range(memory.due_day + memory.interval, 100_000)}
    for _ in range(8):
        following = options(memory, memory.due_day, load=crowded)[Rating.HARD].memory
        assert following.interval >= memory.interval
        memory = following


def test_the_lightest_day_is_taken():
    free = 97
    assert fuzzed(100, key="k", reps=3, floor=1, ceiling=999, load=lambda n: n != free) == free


def test_equal_days_are_spread_by_key_and_repetition_and_repeat_exactly():
    def take(key, reps):
        return fuzzed(100, key=key, reps=reps, floor=1, ceiling=999, load=lambda _: 0)

    found = [take(f"k{i}", 3) for i in range(300)]
    low, high = spread(100)
    assert set(found) == set(range(low, high + 1))
    assert found == [take(f"k{i}", 3) for i in range(300)]
    assert found != [take(f"k{i}", 4) for i in range(300)]


def test_the_maximum_interval_is_kept():
    short = Parameters.from_dict({**P.to_dict(), "maximum_interval": 30})
    memory = learned()
    for _ in range(9):
        memory = options(memory, memory.due_day, parameters=short)[Rating.EASY].memory
        assert memory.interval <= 30


def test_parameters_survive_storage_exactly():
    assert Parameters.from_dict(P.to_dict()) == P


def test_wanting_to_remember_more_asks_sooner():
    keen = default_parameters(Config(desired_retention=0.97))
    eager = options(None, 100, parameters=keen)[Rating.EASY].memory
    assert eager.interval < learned().interval


def test_recall_falls_with_the_days():
    memory = learned(100)
    chances = [retrievability(memory, day, P) for day in (100, 105, 130)]
    assert chances == sorted(chances, reverse=True)
    assert retrievability(memory, 100 + round(memory.stability), P) == pytest.approx(0.9, abs=0.01)


def test_a_clock_set_back_counts_as_the_day_of_the_last_review():
    memory = learned(100)
    back = options(memory, 90)[Rating.GOOD].memory
    assert back.last_day == 100
    assert retrievability(memory, 90, P) == retrievability(memory, 100, P)


@pytest.mark.parametrize(("lapses", "set_aside"), [(7, False), (8, True), (9, False), (12, True)])
def test_a_leech_is_set_aside_at_eight_lapses_and_every_four_after(lapses, set_aside):
    memory = Memory(Phase.RELEARNING, 0, 1.0, 5.0, 10, 0, 10, 0, 30, lapses)
    assert becomes_leech(memory, Config()) is set_aside
    assert becomes_leech(memory, Config(leech_lapses=0)) is False


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(Rating)), st.integers(-3, 90)), max_size=15),
    st.sampled_from([P, STEPLESS]),
)
def test_what_a_button_shows_is_what_the_logged_review_leads_to(steps, parameters):
    memory, day = None, 1000
    for number, (rating, jump) in enumerate(steps):
        day += jump
        now = number * 1_000_000
        shown = options(memory, day, parameters=parameters, now_ms=now)
        assert shown == options(memory, day, parameters=parameters, now_ms=now)
        chosen = shown[rating].memory
        logged = after(
            memory,
            rating,
            day=day,
            now_ms=now,
            interval=chosen.interval,
            due_ms=chosen.due_ms,
            parameters=parameters,
        )
        assert logged == chosen
        memory = chosen
