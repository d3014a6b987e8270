"""The schemas that editors use and the tutor's own loader call the same files good or bad."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from tutor.content.catalogue import Catalogue
from tutor.content.checks.cards import card_problems
from tutor.content.checks.links import Links
from tutor.content.loader import DECK_KEYS, EXERCISE_KEYS, load_exercise, read_deck
from tutor.content.templates import new_deck, new_exercise
from tutor.errors import ContentError

ROOT = Path(__file__).parents[2]
HEAD = "deck: own/01-deck\ntitle: T\n"
CHOICE = "- id: a\n  choose: Why\n  derived: true\n  options:\n"


def schema(path: str) -> Draft202012Validator:
    read = json.loads((ROOT / path).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


DECKS, EXERCISES = schema("decks/deck.schema.json"), schema("exercises/exercise.schema.json")

GOOD = [
    "- {id: a, ask: Why, answer: A, derived: true}",
    "- {id: a, ask: Why, answer: 7, source: Here, why: W, see: [b], was: [c], rev: 2}",
    "- {id: a, cloze: 'The {{c1::word}}', derived: true}",
    "- {id: a, ask: Lead, cloze: 'The {{c1::word::hint}}', source: Here, unverified: true}",
    CHOICE + "  - right: x\n  - {wrong: y, why: z}\n",
    CHOICE + "  - {right: x, why: z}\n  - right: w\n  - {wrong: y, why: z}\n",
    "- {id: a, ask: Why, type: [x, 1], near: {y: why}, derived: true}",
    "- {id: a, ask: 'Why {n}', compute: n, vary: {n: [1, 2]}, unit: bytes, tolerance: 0, derived: true}",
    "- {id: a, ask: Why, formula: x, variables: {x: [0, 1]}, derived: true}",
    "- {id: a, ask: Why, shape: '(B, T)', derived: true}",
    "- {id: a, order: Why, steps: [x, y, z], derived: true}",
    "- {id: a, output: print(1), prints: 1, derived: true}",
]
BAD = [
    "  []",
    "- {id: a, ask: Why, answer: A}",
    "- {id: a, ask: Why, answer: A, derived: false}",
    "- {id: a, ask: Why, answer: A, derived: 'yes'}",
    "- {id: a, ask: Why, derived: true}",
    "- {ask: Why, answer: A, derived: true}",
    "- {id: Not an id, ask: Why, answer: A, derived: true}",
    "- {id: a, answer: A, derived: true}",
    "- {id: a, ask: Why, answer: A, type: B, derived: true}",
    "- {id: a, ask: Why, answer: A, colour: red, derived: true}",
    "- {id: a, ask: Why, answer: A, unit: bytes, derived: true}",
    "- {id: a, ask: Why, answer: ' ', derived: true}",
    "- {id: a, ask: Why, answer: 1.5, derived: true}",
    "- {id: a, ask: Why, answer: true, derived: true}",
    "- {id: a, ask: Why, answer: [A], derived: true}",
    "- {id: a, ask: Why, type: [], derived: true}",
    "- {id: a, ask: Why, type: [x], near: [y], derived: true}",
    "- {id: a, cloze: no hole, derived: true}",
    CHOICE + "  - right: x\n",
    CHOICE + "  - {wrong: x, why: y}\n  - {wrong: y, why: z}\n",
    CHOICE + "  - right: x\n  - wrong: y\n",
    CHOICE + "  - right: x\n  - {right: x, wrong: y, why: z}\n",
    CHOICE + "  - right: x\n  - {wrong: y, why: z}\n  ask: Why\n",
    "- {id: a, choose: Why, derived: true}",
    "- {id: a, ask: Why, compute: 1, tolerance: 0.9, derived: true}",
    "- {id: a, ask: Why, compute: x, vary: {x: 1}, derived: true}",
    "- {id: a, ask: Why, compute: x, vary: {x: []}, derived: true}",
    "- {id: a, ask: Why, compute: x, vary: {1x: [1]}, derived: true}",
    "- {id: a, ask: Why, formula: x, variables: {x: [1]}, derived: true}",
    "- {id: a, order: Why, steps: [x, y], derived: true}",
    "- {id: a, order: Why, steps: [x, y, y], derived: true}",
    "- {id: a, output: print(1), derived: true}",
    "- {id: a, ask: Why, answer: A, rev: 0, derived: true}",
    "- just text",
]


def deck_problems(text: str, tmp_path: Path) -> list[ContentError]:
    """What the loader says, and the checker about each card by itself."""
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    deck, found = read_deck(path)
    links = Links(Catalogue((deck,) if deck else (), ()))
    alone = [
        problem
        for card in (deck.cards if deck else ())
        for problem in card_problems(card, links)
        if "names" not in problem.what
    ]
    return found + alone


@pytest.mark.parametrize("cards", GOOD)
def test_both_accept_a_good_card(cards, tmp_path):
    text = f"{HEAD}cards:\n{cards}\n"
    assert deck_problems(text, tmp_path) == []
    assert [error.message for error in DECKS.iter_errors(yaml.safe_load(text))] == []


@pytest.mark.parametrize("cards", BAD)
def test_both_refuse_a_bad_card(cards, tmp_path):
    text = f"{HEAD}cards:\n{cards}\n"
    assert deck_problems(text, tmp_path)
    assert not DECKS.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    "head", ["title: T\n", "deck: own/01\n", "deck: Own\ntitle: T\n", HEAD + "authors: me\n"]
)
def test_both_refuse_a_bad_head(head, tmp_path):
    text = f"{head}cards:\n{GOOD[0]}\n"
    assert deck_problems(text, tmp_path)
    assert not DECKS.is_valid(yaml.safe_load(text))


def test_the_schemas_know_every_key_the_loader_knows():
    assert set(DECKS.schema["properties"]) == set(DECK_KEYS)
    assert set(EXERCISES.schema["properties"]) == set(EXERCISE_KEYS)


def test_shipped_and_new_files_fit_their_schema():
    texts = [*new_deck("own/01-deck", "T").values()]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "decks").glob("*/*.yaml")]
    for text in texts:
        assert [error.message for error in DECKS.iter_errors(yaml.safe_load(text))] == []
    texts = [new_exercise("own/task", "T")["own/task/exercise.yaml"]]
    texts += [p.read_text(encoding="utf-8") for p in (ROOT / "exercises").glob("*/*/exercise.yaml")]
    for text in texts:
        assert [error.message for error in EXERCISES.iter_errors(yaml.safe_load(text))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 20", "minutes: 0"),
        ("difficulty: 1", "difficulty: 6"),
        ("difficulty: 1", "difficulty: 1.5"),
        ("entries: [task]", "entries: []"),
        ("seconds: 10", "second: 10"),
        ("memory_mb: 512", "memory_mb: 1"),
        ("forgets_to_subtract: {}", "forgets_to_subtract: {breaks: luck}"),
        ("title:", "titel:"),
    ],
)
def test_both_refuse_a_bad_exercise(old, new, tmp_path):
    for path, text in new_exercise("own/task", "T").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace(old, new), encoding="utf-8")
    text = (tmp_path / "own/task/exercise.yaml").read_text(encoding="utf-8")
    assert new in text
    with pytest.raises(ContentError):
        load_exercise(tmp_path / "own/task")
    assert not EXERCISES.is_valid(yaml.safe_load(text))
