"""The file: created, refused, damaged, restored, killed, backed up, counted."""

import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tutor.config import Config
from tutor.errors import StoreError
from tutor.memory.schedule import default_parameters, outcomes
from tutor.memory.states import Rating
from tutor.progress import totals
from tutor.progress.attempts import attempt_source, attempts, help_taken, save_attempt, take_help
from tutor.progress.backup import restore, superfluous
from tutor.progress.doctor import examine, repair
from tutor.progress.due import due_count
from tutor.progress.opening import DamagedStore
from tutor.progress.rows import Attempt, Review
from tutor.progress.store import Store
from tutor.progress.texts import settle

NOW = datetime(2026, 3, 2, 9)
P = default_parameters(Config())


def opened(folder, now=NOW) -> Store:
    return Store.open(folder / "progress.db", backups=folder / "backups", now=now)


def rate(store, key, rating, day, kind="learn"):
    before = store.memory(key)
    after = outcomes(before, key=key, day=day, now_ms=0, parameters=P)[Rating(rating)].memory
    number = store.parameters(P)
    review = Review(key, kind, 0, day, rating=rating, interval=after.interval, due_ms=after.due_ms,
                    parameters_id=number)  # fmt: skip
    store.record(review, after, before=before)
    return after


def test_a_file_from_a_newer_tutor_is_refused_and_not_touched(tmp_path):
    opened(tmp_path).close()
    path = tmp_path / "progress.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        opened(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ["garbage", "middle", "empty"])
def test_a_damaged_file_is_kept_and_the_backup_brings_everything_back(tmp_path, damage):
    with opened(tmp_path) as store:
        for number in range(300):
            rate(store, f"s/d:{number}", 3, 100)
        kept = store.memories()
    opened(tmp_path, NOW + timedelta(hours=1)).close()
    path = tmp_path / "progress.db"
    sound = path.read_bytes()
    noise = random.Random(1).randbytes(len(sound))
    broken = {"garbage": noise, "middle": sound[:4096] + noise[4096:], "empty": b""}[damage]
    path.write_bytes(broken)
    with pytest.raises(DamagedStore) as caught:
        opened(tmp_path)
    assert path.read_bytes() == broken
    aside = restore(path, caught.value.backups[0], NOW)
    assert aside.read_bytes() == broken
    with opened(tmp_path) as store:
        assert store.memories() == kept


def test_without_a_backup_the_learner_is_told_so(tmp_path):
    (tmp_path / "progress.db").write_bytes(b"not a database " * 500)
    with pytest.raises(DamagedStore, match="no backup"):
        opened(tmp_path)


def test_a_folder_that_cannot_be_used_is_an_error_in_words(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="writable"):
        opened(tmp_path / "file")


_KILLED = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from test_opening_world import opened, rate
store = opened(Path(sys.argv[1]))
for number in range(100_000):
    rate(store, f"s/d:{number % 50}", 1 + number % 4, 100 + number // 50)
    print(number + 1, flush=True)
"""


def test_kill_9_loses_no_acknowledged_answer(tmp_path):
    world = tmp_path / "world"
    world.mkdir()
    (world / "test_opening_world.py").write_bytes(Path(__file__).read_bytes())
    home = tmp_path / "home"
    command = [sys.executable, "-c", _KILLED, str(home), str(world)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    acknowledged = 0
    for line in child.stdout:
        acknowledged = int(line)
        if acknowledged == 40:
            child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    with opened(home) as store:
        assert len(store.events()) in (acknowledged, acknowledged + 1)
        assert all(finding.ok for finding in examine(store))


def test_the_doctor_finds_a_wrong_table_and_repairs_it_from_the_log(tmp_path):
    with opened(tmp_path) as store:
        kept = rate(store, "s/d:a", 3, 100)
        store.transact(lambda: store.database.execute("update memory set stability = 99.0"))
        assert [finding.name for finding in examine(store) if not finding.ok] == ["replay"]
        repair(store)
        assert all(finding.ok for finding in examine(store))
        assert store.memory("s/d:a") == kept


def test_backups_are_made_half_an_hour_apart_and_only_of_something_new(tmp_path):
    def copies():
        return len(list((tmp_path / "backups").glob("progress-*.db")))

    with opened(tmp_path) as store:
        rate(store, "s/d:a", 3, 100)
    for minutes, expected in ((5, 1), (15, 1), (90, 1)):
        opened(tmp_path, NOW + timedelta(minutes=minutes)).close()
        assert copies() == expected
    with opened(tmp_path, NOW) as store:
        rate(store, "s/d:b", 3, 100)
    opened(tmp_path, NOW + timedelta(minutes=20)).close()
    assert copies() == 1
    opened(tmp_path, NOW + timedelta(minutes=91)).close()
    assert copies() == 2


def test_backups_of_a_year_thin_out_to_recent_and_older_ones():
    moments = [NOW - timedelta(hours=6 * n) for n in range(4 * 365)]
    kept = set(moments) - set(superfluous(moments, NOW))
    assert {m for m in moments if NOW - m < timedelta(days=2)} <= kept
    assert len(kept) <= 8 + 12 + 10 + 9
    assert NOW - min(kept) > timedelta(days=120)


def test_due_counts_what_can_be_asked_and_leaves_no_file_behind(tmp_path):
    path = tmp_path / "progress.db"
    assert due_count(path, 100, 0) == 0
    assert not path.exists()
    with opened(tmp_path) as store:
        for key in ("s/d:a", "s/d:b", "s/d:c", "s/d:gone"):
            rate(store, key, 4, 100)
        rate(store, "s/d:minutes", 1, 200)
        assert due_count(path, 200, 0) == 4
        store.event(Review("s/d:a", "suspend", 0, 200))
        store.event(Review("s/d:b", "bury", 0, 200, arg="201"))
        everything = {f"s/d:{n}": ("q", "a") for n in ("a", "b", "c", "minutes", "gone")}
        settle(store, everything, {}, at_ms=0, day=200)
        del everything["s/d:gone"]
        settle(store, everything, {}, at_ms=0, day=200)
        assert due_count(path, 200, 0) == 1
        assert due_count(path, 200, 60_000) == 2
        assert due_count(path, 201, 60_000) == 3
        everything["s/d:gone"] = ("q", "a")
        settle(store, everything, {}, at_ms=0, day=200)
        assert due_count(path, 200, 0) == 2
    before = sorted(tmp_path.iterdir())
    assert due_count(path, 200, 0) == 2
    assert sorted(tmp_path.iterdir()) == before


def test_due_brings_in_nothing_but_the_standard_library():
    code = (
        "import sys; import tutor.progress.due; "
        "print([m for m in ('sqlite_utils', 'yaml', 'click', 'fsrs', 'textual') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_totals_leave_out_what_was_undone(tmp_path):
    with opened(tmp_path) as store:
        for day in (100, 101):
            rate(store, f"s/d:{day}", 4, day)
        rate(store, "s/d:100", 1, 110, kind="review")
        rate(store, "s/d:100", 3, 110, kind="relearn")
        rate(store, "s/d:101", 3, 110, kind="review")
        rate(store, "s/d:new", 4, 110)
        store.undo(0, 110)
        assert totals.reviews_per_day(store, 100, 120) == {100: 1, 101: 1, 110: 3}
        assert totals.true_retention(store, 1, 120) == totals.Retention(passed=1, failed=1)
        assert totals.first_answers(store, 110) == (0, 2)
        assert totals.first_answers(store, 101) == (1, 0)
        assert [totals.streak(store, day) for day in (101, 102, 103, 110)] == [2, 2, 0, 1]
        due = [memory.due_day for memory in store.memories().values()]
        assert totals.forecast(store, 110, 400) == [due.count(day) for day in range(110, 510)]


def test_a_renamed_card_is_not_counted_as_new(tmp_path):
    with opened(tmp_path) as store:
        rate(store, "s/d:old", 1, 100)
        settle(store, {"s/d:new": ("q", "a")}, {"s/d:old": "s/d:new"}, at_ms=0, day=101)
        rate(store, "s/d:new", 3, 101)
        assert totals.first_answers(store, 101) == (0, 0)


def test_attempts_keep_the_source_and_a_pass_closes_the_hints(tmp_path):
    def attempt(verdict):
        return Attempt(0, "s/e", 5, 100, verdict, "", 1, 0.5, 2, False, "{}")

    with opened(tmp_path) as store:
        take_help(store, "s/e", hints=2)
        take_help(store, "s/e", hints=1, give_up=True)
        assert help_taken(store, "s/e") == (2, True)
        save_attempt(store, attempt("wrong"), "x = 'ä\udcff'\n")
        assert help_taken(store, "s/e") == (2, True)
        save_attempt(store, attempt("pass"), "x = 2\n" * 1000)
        assert help_taken(store, "s/e") == (0, False)
        newest, oldest = attempts(store, "s/e")
        assert (newest.verdict, oldest.verdict) == ("pass", "wrong")
        assert attempt_source(store, oldest.id) == "x = 'ä\udcff'\n"
        assert store.rows("select length(source) from attempts where id = ?", newest.id)[0][0] < 200
