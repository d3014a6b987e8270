"""Every kind of card is answered by keys at 80x24, rated, taken back and found again after a kill."""

import asyncio
import os
import subprocess
import sys
import textwrap
from datetime import UTC, datetime

import pytest

from tutor.config import Config
from tutor.content.posing import number_text
from tutor.content.templates import new_deck
from tutor.paths import Paths, find_paths
from tutor.ui.app import TutorApp

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DECK = "training/90-all"
TYPED = {
    "a-cloze#c1": "a card",
    "a-typed-answer": "LEN",
    "a-formula": "h*b*0.5",
    "a-shape": "[N, k]",
    "an-output": "[20,30]",
}
NAMES = ["a-flip-card", "a-choice", "a-computed-answer", "an-order", *TYPED]


@pytest.fixture
def home(tmp_path):
    tmp_path.joinpath("welcomed").touch()
    for below, text in new_deck(DECK, "All kinds").items():
        path = tmp_path / "decks" / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


async def until(condition, seconds=20.0):
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def asked(app, name):
    """Study the deck and bring one of its cards up."""
    await until(lambda: getattr(app.screen, "session", None) is not None)
    study = app.screen
    study.session.turn = study.session._turn(f"{DECK}:{name}")
    await study._show()
    return study


async def answered(pilot, study, name):
    """Press what a learner who knows it presses."""
    posed = study.session.turn.posed
    if name == "a-choice":
        await pilot.press(str([o.right for o in posed.options].index(True) + 1))
    elif name == "an-order":
        for step in study.session.turn.card.body.steps:
            await pilot.press(str(posed.steps.index(step) + 1))
        await pilot.press("enter")
    elif name == "a-flip-card":
        await pilot.press("enter")
    else:
        await pilot.press(*TYPED.get(name, number_text(posed.expected or 0)), "enter")
    await until(lambda: study.graded is not None)


@pytest.mark.parametrize("name", NAMES)
async def test_a_card_of_this_kind_is_answered_rated_and_taken_back(home, name):
    paths = Paths(home, find_paths({}).material)
    app = TutorApp(paths, Config(), lambda: NOW, seed=1, what=DECK)
    async with app.run_test(size=(80, 24)) as pilot:
        study = await asked(app, name)
        await answered(pilot, study, name)
        verdict = str(study.query_one("#verdict").render())
        assert verdict.startswith("How well" if name == "a-flip-card" else "✓")
        ratings = str(study.query_one("#ratings").render())
        assert "[3 Good" in ratings and len(ratings) <= 78
        await pilot.press("3")
        key = f"{DECK}:{name}"
        await until(lambda: app.services.store.memory(key) is not None)
        await until(lambda: study.graded is None)
        await pilot.press("ctrl+z")
        await until(lambda: app.services.store.memory(key) is None)
        assert study.session.turn.key == key


async def test_a_wrong_choice_says_why_and_suggests_again(home):
    paths = Paths(home, find_paths({}).material)
    app = TutorApp(paths, Config(), lambda: NOW, seed=1, what=DECK)
    async with app.run_test(size=(80, 24)) as pilot:
        study = await asked(app, "a-choice")
        wrong = [o.text for o in study.session.turn.posed.options].index("9")
        await pilot.press(str(wrong + 1))
        await until(lambda: study.graded is not None)
        assert "✗" in str(study.query_one("#verdict").render())
        assert "[1 Again" in str(study.query_one("#ratings").render())
        assert "3 times 3" in study.query_one("#feedback").source


async def test_after_a_wrong_answer_related_cards_can_be_read_once_they_were_studied(home):
    path = home / "decks" / f"{DECK}.yaml"
    see = f'    see: ["{DECK}:a-shape", "tokenization/merge-pair"]\n'
    place = "    derived: true\n\n  - id: a-typed-answer"
    path.write_text(path.read_text().replace(place, see + place))
    app = TutorApp(Paths(home, find_paths({}).material), Config(), lambda: NOW, seed=1, what=DECK)

    async def failed(pilot):
        """Choose a wrong option, look at what is related, and go back; the text shown."""
        study = await asked(app, "a-choice")
        wrong = [o.text for o in study.session.turn.posed.options].index("9")
        await pilot.press(str(wrong + 1))
        await until(lambda: study.graded is not None)
        lines = study.query_one("#feedback").source
        assert "X has shape (N, d)" in lines and "Practise it: Merge" in lines
        await pilot.press("v")
        await until(
            lambda: app.screen.query("#related") and app.screen.query_one("#related").source
        )
        text = app.screen.query_one("#related").source
        await pilot.press("escape")
        await until(lambda: app.screen is study)
        return text

    async with app.run_test(size=(80, 24)) as pilot:
        text = await failed(pilot)
        assert "Still to come" in text and "(N, k)" not in text
        study = await asked(app, "a-shape")
        await answered(pilot, study, "a-shape")
        await pilot.press("3")
        await until(lambda: study.graded is None)
        assert "(N, k)" in await failed(pilot)


def test_a_killed_app_has_kept_every_rating(home):
    """The app rates two cards and is then killed by SIGKILL, in the middle of the third."""
    script = f"""
    import asyncio, os, signal
    from tests_home import home, app_for
    async def main():
        app = app_for(home)
        async with app.run_test(size=(80, 24)) as pilot:
            while getattr(app.screen, "session", None) is None:
                await asyncio.sleep(0.05)
            study = app.screen
            for name in ("a-flip-card", "a-choice"):
                study.session.turn = study.session._turn(f"{DECK}:{{name}}")
                await study._show()
                await pilot.press("enter" if name == "a-flip-card" else "1")
                while study.graded is None:
                    await asyncio.sleep(0.02)
                await pilot.press("4")
                while study.graded is not None:
                    await asyncio.sleep(0.02)
            os.kill(os.getpid(), signal.SIGKILL)
    asyncio.run(main())
    """
    (home / "tests_home.py").write_text(
        "from datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from tutor.config import Config\nfrom tutor.paths import Paths, find_paths\n"
        "from tutor.ui.app import TutorApp\n"
        "home = Path(__file__).parent\n"
        "def app_for(home):\n"
        "    paths = Paths(home, find_paths({}).material)\n"
        "    now = datetime(2026, 3, 2, 9, tzinfo=UTC)\n"
        f"    return TutorApp(paths, Config(), lambda: now, seed=1, what={DECK!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=home, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    words = [sys.executable, "-m", "tutor.cli", "doctor"]
    found = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TUTOR_HOME": str(home)},
    )
    assert "2 events replayed, 2 items, 0 differ" in found.stdout
