"""Decks and exercise folders become values; a broken file never hides the others."""

from pathlib import Path
from textwrap import dedent, indent

import pytest

from tutor.content.cards import Cloze
from tutor.content.loader import load_catalogue, load_deck, load_exercise
from tutor.errors import ContentError

ROOT = Path(__file__).parents[2]
FLIP = "- id: {id}\n  ask: Why {id}?\n  answer: Because.\n  derived: true\n"


def deck(folder: Path, cards: str, name: str = "series/01-deck", head: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    body = indent(dedent(cards), "  ")
    path.write_text(f"deck: {name}\ntitle: A deck\n{head}cards:\n{body}", encoding="utf-8")
    return path


def exercise(folder: Path, name: str = "series/task", **keys: str) -> Path:
    home = folder / name
    home.mkdir(parents=True)
    for file in ("task.md", "starter.py", "reference.py", "cases.py", "mistakes.py"):
        (home / file).write_text("raise SystemExit('executed')\n", encoding="utf-8")
    given = {"title": "A task", "deck": "series/01-deck", "entries": "[solve]"} | keys
    text = "".join(f"{key}: {value}\n" for key, value in given.items())
    (home / "exercise.yaml").write_text(text, encoding="utf-8")
    return home


def test_the_shipped_material_loads_without_a_problem():
    catalogue = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
    assert catalogue.problems == ()
    assert {card.kind for card in catalogue.cards.values()} == {
        *("answer", "cloze", "choose", "type", "compute", "formula", "shape", "order", "output")
    }
    assert all(catalogue.deck(exercise.deck) for exercise in catalogue.exercises)


def test_a_broken_deck_is_a_problem_and_the_others_load(tmp_path):
    deck(tmp_path, FLIP.format(id="one"), "series/01-good")
    (tmp_path / "series" / "02-bad.yaml").write_text("deck: [", encoding="utf-8")
    (tmp_path / "series" / "03-old.yml").write_text("deck: a/b", encoding="utf-8")
    catalogue = load_catalogue([tmp_path], [tmp_path])
    assert [d.name for d in catalogue.decks] == ["series/01-good"]
    assert {Path(str(p.where).partition(":")[0]).name for p in catalogue.problems} == {
        "02-bad.yaml",
        "03-old.yml",
    }


def test_one_broken_card_leaves_the_rest_of_its_deck(tmp_path):
    cards = (
        FLIP.format(id="one") + "- id: two\n  ask: What?\n  anser: x\n" + FLIP.format(id="three")
    )
    deck(tmp_path, cards)
    catalogue = load_catalogue([tmp_path], [])
    assert list(catalogue.cards) == ["series/01-deck:one", "series/01-deck:three"]
    assert "01-deck.yaml:8" in str(catalogue.problems[0])


def test_load_deck_raises_the_first_problem(tmp_path):
    with pytest.raises(ContentError, match="exactly one kind"):
        load_deck(deck(tmp_path, "- id: one\n  ask: What?\n"))


def test_missing_folders_give_an_empty_catalogue(tmp_path):
    catalogue = load_catalogue([tmp_path / "none"], [tmp_path / "none"])
    assert (catalogue.decks, catalogue.exercises, catalogue.problems) == ((), (), ())


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("- ask: Q?\n  answer: A.\n", "`id` is missing"),
        ("- id: Upper\n  ask: Q?\n  answer: A.\n", "small letters"),
        ("- id: a\n  ask: Q?\n  answer: A.\n  sourse: x\n", "Did you mean `source`?"),
        ("- id: a\n  ask: Q?\n  answer: A.\n  type: B\n", "`answer` and `type`"),
        ("- id: a\n  ask: Q?\n  answer: 1.0\n", "Write it in quotes"),
        ("- id: a\n  ask: Q?\n  type: [yes]\n", "Write it in quotes: 'yes'"),
        ("- id: a\n  ask: Q?\n  type: [true]\n", "Write each of them in quotes"),
        ("- id: a\n  ask: ' '\n  answer: A.\n", "is empty"),
        ("- id: a\n  answer: A.\n", "`ask` is missing"),
        ("- id: a\n  cloze: No hole.\n", "has no hole"),
        ("- id: a\n  cloze: 'Only `{{c1::code}}`.'\n", "has no hole"),
        ("- id: a\n  cloze: '{{c1::a}} {{c3::b}}'\n", "without a gap"),
        ("- id: a\n  cloze: '{{c1::a}} {{c2:b}}'\n", "not well formed"),
        ("- id: a\n  cloze: '{{c1::$x_{\\mathrm{d}}$}}'\n", "not well formed"),
        ("- id: a\n  choose: Q?\n  options: [{right: x}]\n", "one right and one wrong"),
        ("- id: a\n  choose: Q?\n  options: [{right: x}, {wrong: y}]\n", "needs `why:`"),
        (
            "- id: a\n  choose: Q?\n  ask: R?\n  options: [{right: x}, {wrong: y, why: z}]\n",
            "Take `ask` out",
        ),
        ("- id: a\n  order: Q?\n  steps: [x, y]\n", "three or more"),
        ("- id: a\n  output: print(1)\n", "`prints` is missing"),
        ("- id: a\n  ask: Q?\n  shape: ()\n", "no dimensions"),
        ("- id: a\n  ask: Q?\n  compute: 1\n  tolerance: 2\n", "between 0 and 0.5"),
        ("- id: a\n  ask: Q?\n  compute: x\n  vary: {x: [1e5]}\n", "Write 1.0e+5"),
        ("- id: a\n  ask: Q?\n  compute: x\n  vary: {x: 3}\n", "list of values"),
        ("- id: a\n  ask: Q?\n  formula: x\n  variables: {x: [1]}\n", "[low, high]"),
        ("- id: a\n  ask: Q?\n  answer: A.\n  rev: 1.5\n", "whole number"),
        ("- id: a\n  ask: Q?\n  answer: A.\n  derived: maybe\n", "true or false"),
        ("- just text\n", "must hold keys and values"),
    ],
)
def test_a_wrong_card_is_explained(tmp_path, card, words):
    path = deck(tmp_path, card)
    with pytest.raises(ContentError) as caught:
        load_deck(path)
    assert words in str(caught.value)
    assert f"{path}:" in str(caught.value)


def test_the_second_card_of_an_id_is_named_with_the_line_of_the_first(tmp_path):
    with pytest.raises(ContentError, match=r"`one` is used already in line 4") as caught:
        load_deck(deck(tmp_path, FLIP.format(id="one") * 2))
    assert caught.value.where.line == 8


def test_a_cloze_text_becomes_one_card_for_each_hole_and_keeps_its_history(tmp_path):
    text = "{{c1::Q}} meets {{c2::K::a letter}}, then {{c1::Q}} again; `{{c3::code}}` stays."
    path = deck(tmp_path, f"- id: a\n  cloze: '{text}'\n  derived: true\n  was: [old]\n")
    cards = load_deck(path).cards
    assert [card.key for card in cards] == ["series/01-deck:a#c1", "series/01-deck:a#c2"]
    assert [card.was for card in cards] == [("series/01-deck:old#c1",), ("series/01-deck:old#c2",)]
    assert {card.group for card in cards} == {"series/01-deck:a"}
    assert all(isinstance(card.body, Cloze) for card in cards)


def test_a_card_points_at_the_lines_of_its_file(tmp_path):
    card = load_deck(deck(tmp_path, FLIP.format(id="one"))).cards[0]
    assert (card.place.line, card.at("answer").line, card.at("nothing").line) == (4, 6, 4)


def test_an_unverified_fact_says_so(tmp_path):
    text = "- id: a\n  ask: Q?\n  answer: A.\n  source: A paper\n  unverified: true\n"
    assert load_deck(deck(tmp_path, text)).cards[0].source == "unverified: A paper"


def test_required_decks_come_first_and_series_keep_their_order(tmp_path):
    card = FLIP.format(id="one")
    deck(tmp_path, card, "transformer/01-a", "requires: [transformer/02-b]\n")
    deck(tmp_path, card, "transformer/02-b")
    deck(tmp_path, card, "own/01-z")
    deck(tmp_path, card, "tokenization/09-c")
    catalogue = load_catalogue([tmp_path], [])
    assert [d.name for d in catalogue.decks] == [
        *("tokenization/09-c", "transformer/02-b", "transformer/01-a", "own/01-z")
    ]


def test_a_circle_is_named_and_no_deck_is_lost(tmp_path):
    card = FLIP.format(id="one")
    deck(tmp_path, card, "own/00-behind", "requires: [own/01-a]\n")
    deck(tmp_path, card, "own/01-a", "requires: [own/02-b]\n")
    deck(tmp_path, card, "own/02-b", "requires: [own/01-a]\n")
    catalogue = load_catalogue([tmp_path], [])
    assert len(catalogue.decks) == 3
    assert "own/01-a -> own/02-b -> own/01-a" in str(catalogue.problems[0])


def test_the_same_deck_twice_keeps_the_shipped_one(tmp_path):
    deck(tmp_path / "shipped", FLIP.format(id="one"))
    own = deck(tmp_path / "own", FLIP.format(id="two"))
    catalogue = load_catalogue([tmp_path / "shipped", tmp_path / "own"], [])
    assert list(catalogue.cards) == ["series/01-deck:one"]
    assert str(own) in str(catalogue.problems[0])


def test_loading_an_exercise_reads_it_and_runs_nothing(tmp_path):
    home = exercise(tmp_path, mistakes="{slip: {cards: [a], breaks: speed}}", minutes="20")
    loaded = load_exercise(home)
    assert (loaded.name, loaded.minutes, loaded.entries) == ("series/task", 20, ("solve",))
    assert loaded.mistakes["slip"].entry == "solve"
    assert loaded.text("task.md").startswith("raise SystemExit")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"titel": "x"}, "Did you mean `title`?"),
        ({"entries": "[]"}, "must name what a submission defines"),
        ({"difficulty": "9"}, "between 1 and 5"),
        ({"limits": "{seconds: fast}"}, "must be a number"),
        ({"limits": "{second: 1}"}, "Did you mean `seconds`?"),
        ({"mistakes": "{slip: {breaks: luck}}"}, "one of values, speed"),
        ({"mistakes": "[slip]"}, "names and values"),
    ],
)
def test_a_wrong_exercise_is_explained_and_the_others_load(tmp_path, keys, words):
    exercise(tmp_path, "series/bad", **keys)
    exercise(tmp_path, "series/good")
    catalogue = load_catalogue([], [tmp_path])
    assert [e.name for e in catalogue.exercises] == ["series/good"]
    assert words in str(catalogue.problems[0])


def test_an_exercise_without_its_cases_is_named(tmp_path):
    home = exercise(tmp_path)
    (home / "cases.py").unlink()
    with pytest.raises(ContentError, match=r"cases\.py is missing"):
        load_exercise(home)


def test_select_helps_who_mistypes(tmp_path):
    deck(tmp_path, FLIP.format(id="one"), "tokenization/01-bytes")
    exercise(tmp_path, "tokenization/merge-pairs")
    catalogue = load_catalogue([tmp_path], [tmp_path])
    assert [d.name for d in catalogue.select("BYTES")] == ["tokenization/01-bytes"]
    assert catalogue.select(None) == catalogue.select("tokenization") == catalogue.decks
    for what, words in (
        ("tokenisation", "Did you mean 'tokenization'?"),
        ("tokenization/merge-pairs", "`tutor start tokenization/merge-pairs`"),
        ("pairs", "`tutor exercises`"),
        ("zzz", "Name a series (tokenization) or a deck"),
    ):
        with pytest.raises(ContentError) as caught:
            catalogue.select(what)
        assert words in str(caught.value)


def test_exercises_come_after_what_they_require():
    names = [e.name for e in load_catalogue([ROOT / "decks"], [ROOT / "exercises"]).exercises]
    assert names.index("transformer/layer-norm") < names.index("transformer/rms-norm")
    series = [name.partition("/")[0] for name in names]
    assert series == sorted(series, key=series.index)
