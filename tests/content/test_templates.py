"""What an author starts from is sound, whatever the title."""

import ast

import pytest

from tutor.content.catalogue import Catalogue
from tutor.content.check import check_decks
from tutor.content.loader import load_deck, load_exercise
from tutor.content.templates import new_deck, new_exercise
from tutor.errors import UsageError

TITLES = ["Plain", 'She said: "no"', "back\\slash \\", "#1: [x] {y}", "Größe\nzwei", '"""']


@pytest.mark.parametrize("title", TITLES)
def test_a_new_deck_passes_the_check_and_shows_every_kind(tmp_path, title):
    ((name, text),) = new_deck("own/01-topic", title).items()
    (tmp_path / "own").mkdir()
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    deck = load_deck(path)
    assert deck.title == " ".join(title.split())
    assert len({card.kind for card in deck.cards}) == 9
    assert check_decks([path], Catalogue((), ())) == []


@pytest.mark.parametrize("title", TITLES)
def test_a_new_exercise_loads_and_its_python_parses(tmp_path, title):
    for name, text in new_exercise("own/my-task", title, "own/01-topic").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        if name.endswith(".py"):
            ast.parse(text)
    exercise = load_exercise(tmp_path / "own/my-task")
    assert (exercise.title, exercise.entries) == (" ".join(title.split()), ("my_task",))


@pytest.mark.parametrize(
    ("name", "entry"), [("own/lambda", "solve_lambda"), ("own/2d", "solve_2d")]
)
def test_an_entry_is_always_a_name(name, entry):
    assert f"def {entry}(" in new_exercise(name, "T")[f"{name}/starter.py"]


@pytest.mark.parametrize("name", ["topic", "Own/topic", "../up/x", "own/sub/x", "/etc/x", "own/"])
def test_a_name_that_is_no_place_in_a_series_is_refused(name):
    with pytest.raises(UsageError):
        new_deck(name, "T")
    with pytest.raises(UsageError):
        new_exercise(name, "T")
