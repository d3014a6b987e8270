"""Commands as a learner's shell sees them."""

import os
import signal
import subprocess
import sys
import time

import pytest


@pytest.fixture
def run(tmp_path):
    def call(*words, stdin="", **env):
        return subprocess.run(
            [sys.executable, "-m", "tutor.cli", *words],
            input=stdin, capture_output=True, text=True, check=False,
            env={**os.environ, "TUTOR_HOME": str(tmp_path), "TUTOR_NOW": "2026-03-02T09:00", **env},
        )  # fmt: skip

    return call


def test_without_a_terminal_it_explains_itself(run):
    done = run()
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plain_session_keeps_what_was_rated(run):
    done = run("study", "tokenization/02-bpe-under-the-hood", "--plain", stdin="\n3\n")
    assert done.returncode == 0
    assert "1 answered" in done.stdout
    assert "Related: " in done.stdout
    assert run("due", TUTOR_NOW="2026-03-02T09:30").stdout == "1\n"
    assert "1 events replayed, 1 items, 0 differ" in run("doctor").stdout


def test_undo_works_after_a_restart(run):
    run("study", "tokenization/02-bpe-under-the-hood", "--plain", stdin="\n3\n")
    done = run("study", "tokenization/02-bpe-under-the-hood", "--plain", stdin="u\nq\n")
    assert "Taken back: learn" in done.stdout
    assert run("due", TUTOR_NOW="2026-03-02T09:30").stdout == "0\n"


def test_output_has_no_control_codes(run):
    assert (
        "\x1b"
        not in run(
            "study", "tokenization/02-bpe-under-the-hood", "--plain", stdin="\n3\n2\n3\n?\n1\n"
        ).stdout
    )


def test_a_wrong_exercise_name_suggests_one(run):
    done = run("check", "dpo-los")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    done = run("start", "nonsense")
    assert done.returncode == 2


def test_check_prints_the_verdict_first_and_exits_0_only_for_pass(run, tmp_path):
    from pathlib import Path

    material = Path(__file__).resolve().parents[2] / "exercises/post-training/dpo-loss"
    done = run("check", "dpo-loss", "--file", str(material / "reference.py"))
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, "pass")
    done = run("check", "dpo-loss", "--file", str(material / "starter.py"))
    assert (done.returncode, done.stdout.split("\n")[0]) == (1, "error")
    done = run("check", "dpo-loss")
    assert done.returncode == 1
    assert "tutor start" in done.stderr


def test_a_killed_session_loses_nothing(tmp_path):
    env = {**os.environ, "TUTOR_HOME": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tutor.cli", "study", "tokenization/02-bpe-under-the-hood", "--plain"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True,
    )  # fmt: skip
    process.stdin.write("\n3\n")
    process.stdin.flush()
    deadline = time.monotonic() + 20
    seen = ""
    while "1 learning" not in seen and time.monotonic() < deadline:
        seen += process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    from tutor.progress.store import Store

    now = __import__("datetime").datetime.now().astimezone()
    with Store.open(tmp_path / "progress.db", backups=tmp_path / "b", now=now) as store:
        assert [memory.reps for memory in store.memories().values()] == [1]


def test_new_material_passes_its_own_check(run, tmp_path):
    assert run("author", "new", "deck", "training/07-mine", "--title", "Mine").returncode == 0
    done = run("author", "check", str(tmp_path / "decks"))
    assert (done.returncode, "no problems" in done.stdout) == (0, True), done.stdout


def test_shipped_decks_pass_every_check(run):
    from pathlib import Path

    done = run("author", "check", str(Path(__file__).resolve().parents[2] / "decks"))
    assert done.returncode == 0, done.stdout


def test_damaged_record_is_said_in_words(run, tmp_path):
    (tmp_path / "progress.db").write_bytes(b"garbage" * 1000)
    done = run("stats")
    assert done.returncode == 1
    assert "damaged" in done.stderr


def test_completion_and_help(run):
    assert "_TUTOR_COMPLETE" in run("completion", "bash").stdout
    assert "Exit codes" in run("--help").stdout
