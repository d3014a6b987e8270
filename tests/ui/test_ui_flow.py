"""The screens, driven by keys at 80x24."""

import asyncio
import shutil
from datetime import UTC, datetime

import pytest

from tutor.config import Config
from tutor.paths import Paths, find_paths
from tutor.ui.app import TutorApp

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def home(tmp_path):
    tmp_path.joinpath("welcomed").touch()
    return tmp_path


def app_in(home, **kwargs):
    paths = Paths(home, find_paths({"TUTOR_HOME": str(home)}).material)
    return TutorApp(paths, Config(), lambda: NOW, seed=1, **kwargs)


async def until(condition, seconds=20.0):
    """Wait for what the test is about."""
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


def shown(app, selector):
    return str(app.screen.query_one(selector).render())


async def test_home_shows_what_is_new_and_enter_starts_studying(home):
    app = app_in(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "10 new" in shown(app, "#today"))
        assert "Tokenization" in shown(app, "#series")
        await pilot.press("enter")
        await until(lambda: app.screen.query("#status") and "10 new" in shown(app, "#status"))


async def test_a_rating_is_kept_and_undo_brings_the_card_back(home):
    app = app_in(home, what="tokenization/02-bpe-under-the-hood")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: getattr(app.screen, "session", None) is not None)
        study = app.screen
        first = study.session.turn.key
        await pilot.press("enter")
        await until(lambda: study.graded is not None)
        label = study.session.turn.outcomes[3].label
        assert f"3 Good {label}" in shown(app, "#ratings")
        await pilot.press("3")
        await until(lambda: study.session.turn.key != first)
        assert app.services.store.memory(first).reps == 1
        await pilot.press("u")
        await until(lambda: study.session.turn.key == first)
        assert app.services.store.memory(first) is None


async def test_the_first_run_explains_itself(tmp_path):
    app = app_in(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: type(app.screen).__name__ == "WelcomeScreen")
        await pilot.press("enter")
        await until(lambda: type(app.screen).__name__ == "HomeScreen")
        assert (tmp_path / "welcomed").exists()


async def test_a_broken_deck_is_named_and_the_others_work(home):
    bad = home / "decks" / "training" / "99-bad.yaml"
    bad.parent.mkdir(parents=True)
    bad.write_text("deck: training/99-bad\ntitle: no\ncards: []\n")
    app = app_in(home)
    async with app.run_test(size=(80, 24)):
        await until(lambda: "99-bad.yaml:" in shown(app, "#more"))
        assert "10 new" in shown(app, "#today")


async def test_a_record_from_the_future_is_refused_in_words(home):
    import sqlite3

    with sqlite3.connect(home / "progress.db") as db:
        db.execute("pragma user_version = 99")
    db.close()
    app = app_in(home)
    async with app.run_test(size=(80, 24)):
        await until(lambda: type(app.screen).__name__ == "ProblemScreen")
        assert "newer tutor" in str(app.screen.problem)


async def test_a_mistake_is_diagnosed_and_the_solution_passes(home):
    name = "transformer/scaled-dot-product-attention"
    app = app_in(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: app.services.ready)
        app.open_exercise(name)
        await until(lambda: app.screen.query("#editor") and app.screen.query_one("#editor").text)
        editor, reference = (
            app.screen.query_one("#editor"),
            app.services.catalogue.workshop[name].text("reference.py"),
        )
        editor.text = reference.replace("math.sqrt(q.shape[-1])", "q.shape[-1]")
        await pilot.press("f5")
        await until(lambda: "WRONG" in shown(app, "#report"))
        assert "divided by d_k instead of its square root" in " ".join(
            shown(app, "#report").split()
        )
        await until(lambda: app.screen._grade_worker is None)
        editor.text = reference
        await pilot.press("f5")
        await until(lambda: "PASS" in shown(app, "#report"))
        saved = home / "workspace" / f"{name}.py"
        assert saved.read_text() == reference
        shutil.rmtree(saved.parent)
        await pilot.press("f5")
        await until(saved.exists)
        await until(lambda: app.screen._grade_worker is None)
        await pilot.press("escape", "e")
        await until(lambda: app.screen.query("#exercise-list"))
        rows = app.screen.query_one("#exercise-list").options
        series = next(str(row.prompt) for row in rows if str(row.prompt).startswith("The Transf"))
        number = sum(e.series == "transformer" for e in app.services.catalogue.exercises)
        assert series == f"The Transformer: 1 of {number} solved"
    assert app.services._grader._process is None


async def test_the_own_model_is_trained_from_the_exercises_and_can_be_stopped(home):
    app = app_in(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: app.services.ready)
        await pilot.press("e")
        await until(lambda: app.screen.query("#exercise-list"))
        await pilot.press("m")
        await until(lambda: "0 of 11 parts are yours" in shown(app, "#parts"))
        assert max(map(len, shown(app, "#parts").splitlines())) <= 78
        await pilot.press("enter", "escape")
        await until(lambda: "Stopped." in shown(app, "#told"))
        await pilot.press("enter")
        await until(lambda: "it writes: “the cat sat on the mat." in shown(app, "#told"))
        await pilot.press("escape")
        await until(lambda: app.screen.query("#exercise-list"))
