"""An exercise folder is read and parsed, never run, and every slip is named where it stands."""

from pathlib import Path

import pytest

from tutor.content.check import check_decks, exercises_below
from tutor.content.loader import load_catalogue
from tutor.content.templates import new_deck, new_exercise

DECK, NAME = "own/01-deck", "own/centred-rows"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A deck and an exercise as `author new` writes them."""
    texts = {f"decks/{path}": text for path, text in new_deck(DECK, "A deck").items()}
    made = new_exercise(NAME, "Centred rows", DECK)
    texts |= {f"exercises/{path}": text for path, text in made.items()}
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def problems(world: Path) -> list[str]:
    catalogue = load_catalogue([world / "decks"], [])
    return [str(problem) for problem in check_decks([world / "exercises"], catalogue)]


def test_what_author_new_writes_passes(world):
    assert problems(world) == []
    assert [exercise.name for exercise in exercises_below([world / "exercises" / NAME])] == [NAME]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("exercise.yaml", "own/01-deck", "own/01-dek", "Did you mean `own/01-deck`?"),
        ("exercise.yaml", "cards: []", "cards: ['own/01-deck:a-flip']", "`own/01-deck:a-flip-card`"),
        ("exercise.yaml", "requires: []", "requires: [own/other]", "`requires` names `own/other`"),
        ("exercise.yaml", "requires: []", "requires: [own/centred-rows]", "goes in a circle"),
        ("exercise.yaml", "  - A nudge. Which dimension is averaged over?\n", "", "2 hints"),
        ("exercise.yaml", "  - A nudge.", r"  - $\oops$", "cannot be drawn"),
        ("exercise.yaml", "subtract: {}", "subtract: {cards: [x]}", "`x`, which does not exist"),
        ("exercise.yaml", "subtract: {}", "subtract: {entry: x}", "`x` is not among the entries"),
        ("exercise.yaml", "  forgets_to_subtract: {}\n", "", "is not listed under `mistakes`"),
        ("exercise.yaml", "  forgets_to_subtract: {}\n", "", "1 mistakes, at least 2"),
        ("mistakes.py", "forgets_to_subtract", "forgets_to_substract", "Did you mean"),
        ("mistakes.py", '    """The result is the input itself; nothing was', "    '' '", "valid Python"),
        ("mistakes.py", '"""The result is the input itself; nothing was subtracted."""', "", "no docstring"),
        ("reference.py", "def centred_rows", "def centered_rows", "`centred_rows` is an entry"),
        ("starter.py", "def centred_rows", "def _centred_rows", "is not defined here"),
        ("cases.py", "@claim(", "@claim((", "cases.py:"),
        ("task.md", r"\mathrm{mean}", r"\oops", "task.md:1: "),
    ],
)  # fmt: skip
def test_a_slip_is_named(world, file, old, new, words):
    path = world / "exercises" / NAME / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    found = problems(world)
    assert any(words in problem for problem in found), found
    assert all(str(world / "exercises") in problem for problem in found)


@pytest.mark.parametrize("file", ["starter.py", "task.md"])
def test_a_file_that_is_no_text_is_named(world, file):
    (world / "exercises" / NAME / file).write_bytes(b"\xff\xfe")
    assert any(file in p and "cannot be read" in p for p in problems(world))


def test_checking_runs_nothing_of_an_exercise(world):
    home = world / "exercises" / NAME
    for file in home.glob("*.py"):
        bomb = f"open({str(world / 'ran')!r}, 'w')\n"
        file.write_text(file.read_text(encoding="utf-8") + bomb, encoding="utf-8")
    assert problems(world) == []
    assert not (world / "ran").exists()


def test_one_file_of_an_exercise_stands_for_all_of_it(world):
    path = world / "exercises" / NAME
    (path / "mistakes.py").write_text("", encoding="utf-8")
    catalogue = load_catalogue([world / "decks"], [])
    by_file = [str(problem) for problem in check_decks([path / "mistakes.py"], catalogue)]
    assert len(by_file) == 2
    assert by_file == [str(problem) for problem in check_decks([path], catalogue)]
