"""Exercises in the schedule: what a pass is worth, and solving again from the empty starter."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from tutor.config import Config
from tutor.content.loader import load_catalogue
from tutor.grading import workspace
from tutor.memory.days import study_day
from tutor.memory.states import Phase, Rating
from tutor.paths import Paths, find_paths
from tutor.progress.attempts import take_help
from tutor.progress.store import Store
from tutor.study.session import Session
from tutor.study.workshop import due_again, next_exercise, rating_for, record_attempt, states

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAME = "post-training/dpo-loss"
MATERIAL = find_paths({}).material


@dataclass
class Diagnosed:
    mistake: str = "beta_outside"
    cards: tuple[str, ...] = ("post-training/05-dpo:beta-role",)


@dataclass
class Graded:
    """What a report is to the record."""

    verdict: str
    diagnosis: Diagnosed | None = None
    seed: int = 7
    seconds: float = 0.1
    passed: bool = field(init=False)

    def __post_init__(self) -> None:
        self.passed = self.verdict == "pass"

    def to_json(self) -> str:
        return "{}"


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue([MATERIAL / "decks"], [MATERIAL / "exercises"])


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "progress.db", backups=tmp_path / "backups", now=NOW) as found:
        yield found


def attempt(store, catalogue, verdict, *, now=NOW, diagnosis=None, minutes=None):
    started = None if minutes is None else round((now.timestamp() - 60 * minutes) * 1000)
    report = Graded(verdict, diagnosis)
    exercise = catalogue.workshop[NAME]
    return record_attempt(
        store, exercise, report, "x = 1", config=Config(), now=now, started_ms=started
    )


@pytest.mark.parametrize(
    ("tries", "hints", "gave_up", "minutes", "rating"),
    [
        (0, 0, False, 10, Rating.EASY),
        (0, 0, False, 29, Rating.GOOD),
        (3, 1, False, 10, Rating.GOOD),
        (6, 0, False, 10, Rating.HARD),
        (0, 2, False, 10, Rating.HARD),
        (0, 0, True, 1, Rating.AGAIN),
    ],
)
def test_a_pass_is_rated_by_tries_hints_and_time(tries, hints, gave_up, minutes, rating):
    assert rating_for(tries, hints, gave_up, minutes, expected=30) is rating


def test_the_first_pass_goes_straight_to_days_and_a_second_one_moves_nothing(store, catalogue):
    assert attempt(store, catalogue, "wrong") is None
    assert store.memory(NAME) is None
    assert attempt(store, catalogue, "pass", minutes=29) is Rating.GOOD
    first = store.memory(NAME)
    assert first.phase is Phase.REVIEW and first.interval >= 1
    assert attempt(store, catalogue, "pass") is None
    assert store.memory(NAME) == first


def test_a_hint_counts_until_the_next_pass_only(store, catalogue):
    take_help(store, NAME, hints=3)
    assert attempt(store, catalogue, "pass", minutes=1) is Rating.HARD
    due = NOW + timedelta(days=400)
    assert attempt(store, catalogue, "pass", now=due, minutes=1) is Rating.EASY


def test_a_diagnosis_brings_its_cards_up_next(store, catalogue):
    attempt(store, catalogue, "wrong", diagnosis=Diagnosed())
    session = Session(catalogue, store, Config(), lambda: NOW, seed=1)
    assert session.turn.key == "post-training/05-dpo:beta-role"


def test_states_and_the_next_exercise_follow_the_record(store, catalogue):
    def found(now):
        day = study_day(now, 4)
        memories = store.memories()
        following = next_exercise(catalogue, store, memories, day)
        return states(catalogue, store, memories, day)[NAME], following.name == NAME

    assert found(NOW)[0] == "new"
    attempt(store, catalogue, "error")
    assert found(NOW) == ("started", True)
    attempt(store, catalogue, "pass")
    assert found(NOW) == ("passed", False)
    assert found(NOW + timedelta(days=400)) == ("due", True)
    assert Session(
        catalogue, store, Config(), lambda: NOW + timedelta(days=400), seed=1
    ).turn.exercise.name


def test_solving_again_begins_from_the_empty_starter_once_for_each_due_day(
    store, catalogue, tmp_path
):
    exercise, paths = catalogue.workshop[NAME], Paths(tmp_path, MATERIAL)
    path = workspace.start(paths, exercise)
    path.write_text("solved = True\n")
    attempt(store, catalogue, "pass")
    assert due_again(store, exercise, study_day(NOW, 4)) is None
    later = study_day(NOW + timedelta(days=400), 4)
    due = due_again(store, exercise, later)
    kept = workspace.solve_again(paths, exercise, due)
    assert kept.read_text() == "solved = True\n"
    assert path.read_text() == exercise.text("starter.py")
    path.write_text("half = True\n")
    assert workspace.solve_again(paths, exercise, due) is None
    assert path.read_text() == "half = True\n"
