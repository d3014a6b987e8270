"""Whose the parts of the model are: the newest solution that passed, or else the reference's."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.content.loader import load_catalogue
from tutor.errors import TutorError
from tutor.progress.attempts import save_attempt
from tutor.progress.rows import Attempt
from tutor.progress.store import Store
from tutor.study.assembly import PARTS, headline, part_lines, parts_of

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue([], [ROOT / "exercises"])
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    made = Store.open(tmp_path / "p.db", backups=tmp_path / "backups", now=NOW)
    yield made
    made.close()


def tried(store, name, source, verdict):
    save_attempt(store, Attempt(0, name, 0, 0, verdict, "", 1, 0.1, 0, False, "{}"), source)


def test_the_model_uses_exactly_these_parts():
    used = re.findall(r'part\("([a-z/-]+)"\)', (ROOT / "exercises" / "model.py").read_text())
    assert sorted(set(used)) == sorted(PARTS)


def test_the_newest_solution_that_passed_is_taken(store):
    tried(store, PARTS[3], "old = 1", "pass")
    tried(store, PARTS[3], "new = 2", "pass")
    tried(store, PARTS[3], "broken = 3", "wrong")
    tried(store, PARTS[4], "never right", "wrong")
    parts = parts_of(CATALOGUE, store)
    assert [part.yours for part in parts] == [n == 3 for n in range(len(PARTS))]
    assert parts[3].source == "new = 2"
    assert parts[4].source == CATALOGUE.workshop[PARTS[4]].text("reference.py")
    assert headline(parts).startswith("1 of 11 parts")
    assert part_lines(parts)[3].startswith("yours")
    assert not any(part.yours for part in parts_of(CATALOGUE, None))


def test_with_every_part_solved_it_says_what_was_built(store):
    for name in PARTS:
        tried(store, name, "mine = True", "pass")
    assert headline(parts_of(CATALOGUE, store)).startswith("Every part is yours")


def test_a_missing_exercise_is_named(tmp_path):
    with pytest.raises(TutorError, match="tokenization/pretokenize"):
        parts_of(load_catalogue([], [tmp_path]), None)
