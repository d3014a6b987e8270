"""The log is the truth: replay equals the tables, undo restores, nothing is half-written."""

import sqlite3
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.config import Config
from tutor.errors import StoreError
from tutor.memory.replay import Flag
from tutor.memory.schedule import becomes_leech, default_parameters, outcomes
from tutor.memory.states import Rating
from tutor.progress.rows import Review
from tutor.progress.store import Conflict, Store
from tutor.progress.texts import settle

NOW = datetime(2026, 3, 2, 9)
CONFIG = Config(leech_lapses=2)
P = default_parameters(CONFIG)
KEYS = ("s/d:a", "s/d:b", "s/e:c#c1")


def opened(folder: Path) -> Store:
    return Store.open(folder / "progress.db", backups=folder / "backups", now=NOW)


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path) as found:
        yield found


def rate(store: Store, key: str, rating: int, day: int, kind: str = "") -> None:
    before = store.memory(key)
    now = day * 86_400_000
    load = Counter(m.due_day for m in store.memories().values())
    after = outcomes(before, key=key, day=day, now_ms=now, parameters=P, load=load)[Rating(rating)]
    lapsed = before is not None and after.memory.lapses > before.lapses
    names = {"learning": "learn", "review": "review", "relearning": "relearn"}
    review = Review(
        key,
        kind or (names[before.phase] if before else "learn"),
        now,
        day,
        rating=rating,
        interval=after.memory.interval,
        due_ms=after.memory.due_ms,
        parameters_id=store.parameters(P),
        set_aside=lapsed and becomes_leech(after.memory, CONFIG) and kind != "practice",
    )
    store.record(review, after.memory, before=before)


def tables(store: Store) -> tuple[object, object]:
    """Every stored byte of memory and flags."""
    return (
        store.rows("select * from memory order by key"),
        store.rows("select * from flags order by key"),
    )


def check_replay(store: Store) -> None:
    stored = tables(store)
    folded = store.replayed()
    assert (store.memories(), store.flags()) == (folded.memories, folded.flags)
    store.transact(store.rebuild)
    assert tables(store) == stored


STEP = st.tuples(
    st.sampled_from(KEYS),
    st.sampled_from(
        ["rate"] * 6
        + ["undo", "undo", "suspend", "unsuspend", "bury", "unbury", "reset", "note"]
        + ["practice", "forward", "changed", "rename"]
    ),
    st.integers(1, 4),
    st.integers(-2, 40),
)


def act(store: Store, key: str, what: str, rating: int, day: int) -> None:
    if what == "rate":
        rate(store, key, rating, day)
    elif what == "practice":
        rate(store, key, rating, day, kind="practice")
    elif what == "undo":
        store.undo(day * 86_400_000, day)
    elif what == "rename":
        other = KEYS[(KEYS.index(key) + 1) % len(KEYS)]
        texts = {k: ("q", "a") for k in KEYS if k != key}
        settle(store, texts, {key: other}, at_ms=0, day=day)
    else:
        arg = {"bury": str(day + 1), "note": "look up §3"}.get(what, "")
        store.event(Review(key, what, day * 86_400_000, day, arg=arg))


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEP, max_size=25))
def test_replaying_the_log_gives_exactly_the_tables(tmp_path_factory, steps):
    with opened(tmp_path_factory.mktemp("world")) as store:
        day = 20_000
        for key, what, rating, jump in steps:
            day += jump
            act(store, key, what, rating, day)
        check_replay(store)


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(
        STEP.filter(lambda s: s[1] not in ("undo", "rename", "changed", "forward")), max_size=12
    )
)
def test_undoing_everything_after_reopening_goes_back_step_by_step(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("world")
    day, seen = 20_000, []
    with opened(folder) as store:
        for key, what, rating, jump in steps:
            day += jump
            seen.append(tables(store))
            act(store, key, what, rating, day)
    with opened(folder) as store:
        for earlier in reversed(seen):
            assert store.undo(day * 86_400_000, day) is not None
            assert tables(store) == earlier
        assert store.undo(day * 86_400_000, day) is None


def test_the_log_only_grows_when_something_is_undone(store):
    rate(store, "s/d:a", 3, 100)
    undone = store.undo(0, 100)
    assert (undone.key, undone.kind, undone.rating) == ("s/d:a", "learn", 3)
    assert [event.kind for event in store.events()] == ["learn", "undo"]
    assert store.memories() == {}


def test_practice_is_logged_and_moves_nothing(store):
    rate(store, "s/d:a", 4, 100)
    before = tables(store)
    rate(store, "s/d:a", 1, 101, kind="practice")
    assert tables(store) == before
    assert store.events()[-1].kind == "practice"


def test_a_leech_is_suspended_with_the_answer_and_freed_with_its_undo(store):
    for day, rating in ((100, 4), (110, 1), (110, 3), (120, 1)):
        rate(store, "s/d:a", rating, day)
    assert store.flags() == {"s/d:a": Flag(suspended=True, leech=True)}
    store.undo(0, 120)
    assert store.flags() == {}


def test_a_renamed_card_keeps_its_progress_and_its_undo(store):
    rate(store, "s/d:old", 4, 100)
    kept = store.memory("s/d:old")
    settle(store, {"s/d:new": ("q", "a")}, {"s/d:old": "s/d:new"}, at_ms=0, day=101)
    assert store.memories() == {"s/d:new": kept}
    assert store.undo(0, 101).key == "s/d:new"
    assert store.memories() == {}
    check_replay(store)


def test_a_changed_answer_is_due_at_once_and_changed_words_are_only_marked(store):
    for key in ("s/d:a", "s/d:b"):
        rate(store, key, 4, 100)
    settle(store, {k: ("q1", "a1") for k in KEYS}, {}, at_ms=0, day=100)
    settle(store, {"s/d:a": ("q1", "a2"), "s/d:b": ("q2", "a1")}, {}, at_ms=0, day=101)
    assert store.memory("s/d:a").due_day == 101
    assert store.memory("s/d:b").due_day > 101
    check_replay(store)


def test_changed_text_is_reported_until_it_was_reviewed_again(store):
    number = store.parameters(P)

    def review(fingerprint):
        after = outcomes(None, key="s/d:a", day=1, now_ms=0, parameters=P)[Rating.EASY].memory
        row = Review("s/d:a", "learn", 0, 1, rating=4, interval=after.interval, due_ms=0)
        object.__setattr__(row, "fingerprint", fingerprint)
        object.__setattr__(row, "parameters_id", number)
        store.record(row, after)

    review("qa")
    assert settle(store, {"s/d:a": ("q", "a")}, {}, at_ms=0, day=2) == set()
    assert settle(store, {"s/d:a": ("Q", "a")}, {}, at_ms=0, day=2) == {"s/d:a"}
    review("Qa")
    assert settle(store, {"s/d:a": ("Q", "a")}, {}, at_ms=0, day=2) == set()


def test_two_tutors_cannot_both_rate_the_same_state(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as two:
        before = two.memory("s/d:a")
        rate(one, "s/d:a", 3, 100)
        logged = len(one.events())
        after = outcomes(before, key="s/d:a", day=100, now_ms=0, parameters=P)[Rating.EASY].memory
        review = Review("s/d:a", "learn", 0, 100, rating=4, parameters_id=two.parameters(P))
        with pytest.raises(Conflict):
            two.record(review, after, before=before)
        assert len(two.events()) == logged
        rate(two, "s/d:a", 4, 100)
        check_replay(one)


def test_a_tutor_can_undo_what_another_rated_with_other_settings(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as two:
        rate(one, "s/d:a", 4, 100)
        other = default_parameters(Config(desired_retention=0.8))
        before = two.memory("s/d:a")
        after = outcomes(before, key="s/d:a", day=108, now_ms=0, parameters=other)[
            Rating.GOOD
        ].memory
        review = Review(
            "s/d:a", "review", 0, 108, rating=3, interval=after.interval, parameters_id=two.parameters(other)
        )  # fmt: skip
        two.record(review, after, before=before)
        rate(one, "s/d:b", 3, 108)
        one.undo(0, 108)
        one.undo(0, 108)
        assert one.memory("s/d:a") == before


def test_a_full_disk_loses_nothing_and_the_session_goes_on(store):
    rate(store, "s/d:a", 3, 100)
    before, events = tables(store), len(store.events())
    pages = store.rows("pragma page_count")[0][0]
    store.rows(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        store.event(Review("s/d:a", "note", 0, 100, arg="x" * 100_000))
    assert (tables(store), len(store.events())) == (before, events)
    store.rows("pragma max_page_count = 1000000")
    rate(store, "s/d:a", 3, 100)
    check_replay(store)


def test_a_store_locked_by_another_program_says_so_and_stays_usable(store):
    store.rows("pragma busy_timeout = 1")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(StoreError, match="try again"):
        rate(store, "s/d:a", 3, 100)
    other.close()
    rate(store, "s/d:a", 3, 100)
    check_replay(store)
