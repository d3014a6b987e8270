"""The author's check: every kind of slip is named with file and line, and sound decks pass."""

from pathlib import Path
from textwrap import indent

import pytest

from tutor.content.catalogue import Catalogue
from tutor.content.check import check_decks, decks_below, exercises_below, output_cards
from tutor.content.loader import load_catalogue

ROOT = Path(__file__).parents[2]
EMPTY = Catalogue((), ())


def deck(folder: Path, *cards: str, name: str = "own/01-deck", head: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    body = "".join(indent("- " + indent(card, "  ").strip() + "\n", "  ") for card in cards)
    path.write_text(f"deck: {name}\ntitle: T\n{head}cards:\n{body}", encoding="utf-8")
    return path


def problems(path: Path, catalogue: Catalogue = EMPTY) -> list[str]:
    return [str(problem) for problem in check_decks([path], catalogue)]


def test_the_shipped_material_has_no_problem():
    catalogue = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
    assert problems(ROOT / "decks", catalogue) == []
    assert problems(ROOT / "exercises", catalogue) == []


GOOD = """\
id: good
ask: "{n} rows of {m} entries: how many entries?"
compute: n * m
vary: {n: [2, 3, 500], m: [7, 1000, 40000]}
working: '{n} * {m} = {result}'
derived: true
"""


def test_a_sound_card_passes(tmp_path):
    assert problems(deck(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("compute: n * m", "compute: n * k", 6, "`k` is not varied"),
        ("compute: n * m", "compute: n / (m - 7)", 6, "with n = 2, m = 7"),
        ("compute: n * m", "compute: n *", 6, "cannot be read"),
        ("compute: n * m", "compute: __import__(n)", 6, "card good: "),
        ("compute: n * m", "compute: n + m", 8, "2 * 7 = 9, which is not so"),
        ("{m} entries", "m entries", 6, "never shows `{m}`"),
        ("how many entries", "how many {entrys}", 5, "nothing fills `{entrys}`"),
        ("how many entries", "is it {result}", 5, "nothing fills `{result}`"),
        ("derived: true", "derived: false", 4, "a fact without `source:`"),
        ("derived: true", "tolerance: 0\nderived: true\nwhy: '{N}'", 11, "nothing fills `{N}`"),
        ("compute: n * m", "compute: n * m / 3\ntolerance: 0", 6, "would not count as right"),
    ],
)
def test_a_computed_card_that_is_wrong_is_named(tmp_path, old, new, line, words):
    path = deck(tmp_path, GOOD.replace(old, new))
    found = problems(path)
    assert any(p.startswith(f"{path}:{line}: card good:") and words in p for p in found), found


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (r"ask: What is $\nonsense{x}$?" + "\nanswer: A", "cannot be drawn"),
        ("ask: Q?\nanswer: " + r"$$\frac{1}{$$", "cannot be drawn"),
        (r"ask: Q?" + "\nanswer: $$\\mathrm{" + "wide" * 20 + "}$$", "wider than 76 columns"),
        ("choose: Q?\noptions: [{right: $\\oops$}, {wrong: y, why: z}]", "cannot be drawn"),
        ("choose: Q?\noptions: [{right: x}, {wrong: X., why: z}]", "two options say the same"),
        ("cloze: 'The {{c1::one}} and {{c2::$\\oops$}}.'", "cannot be drawn"),
        ("ask: Q?\ntype: [len, size]\nnear: {Size: wrong}", "accepted and named as a slip"),
        ("ask: Q?\ntype: '?'", "`?` would not count as right"),
        ("ask: Q?\nformula: a + b\nvariables: {a: [0, 1]}", "`b` is not among the variables"),
        ("ask: Q?\nformula: a\nvariables: {a: [0, 1], b: [0, 1]}", "`b` is not in the formula"),
        ("ask: Q?\nformula: a\nvariables: {a: [1, 1]}", "the span of `a` is empty"),
        ("ask: Q?\nformula: log(a)\nvariables: {a: [-1, 1]}", "Narrow the spans"),
        ("ask: Q?\nformula: a +\nvariables: {a: [0, 1]}", "cannot be read"),
        ("ask: Q?\nshape: (B, T +)", "the dimension `T +` cannot be read"),
        ("output: 'print('\nprints: x", "line 1 of the code is not valid Python"),
        (f"output: print({'1' * 70})\nprints: 1", "wider than 72 columns"),
        ("output: print(1)\nprints: 1\nvary: {n: [1, 2]}", "an `output` card cannot vary"),
        ("ask: Q {n}?\nanswer: A\nvary: {n: [1, 2], m: [1, 2]}", "no text shows `{m}`"),
        ("ask: Q?\nanswer: A\nsee: ['own/01-deck:x']", "Did you mean `own/01-deck:x1`?"),
        ("ask: Q?\nanswer: A\nsee: ['own/01-deck:x1']", "points to itself"),
        (
            "choose: Q?\noptions:\n  - right: A long right option, with all its reasons\n"
            "  - wrong: A short one\n    why: No.",
            "much longer than the others",
        ),
        ("ask: Q?\nanswer: A\nwas: [x1]", "which is a card of today"),
    ],
)
def test_a_slip_in_a_card_is_named(tmp_path, card, words):
    path = deck(tmp_path, f"id: x1\n{card}\nderived: true")
    found = problems(path)
    assert any(words in problem for problem in found), found
    assert all(problem.startswith(f"{path}:") for problem in found)


def test_braces_of_latex_and_code_are_no_placeholders(tmp_path):
    card = GOOD.replace("how many", r"($\\frac{a}{b}$, `{key}`) how many")
    assert problems(deck(tmp_path, card)) == []


def test_links_may_point_to_cards_holes_decks_and_exercises_of_the_catalogue(tmp_path):
    catalogue = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
    see = [
        "tokenization/bpe-merges",
        "tokenization/02-bpe-under-the-hood",
        "tokenization/02-bpe-under-the-hood:special-tokens",
        "tokenization/02-bpe-under-the-hood:special-tokens#c2",
    ]
    path = deck(tmp_path, f"id: a\nask: Q?\nanswer: A\nderived: true\nsee: {see}")
    assert problems(path, catalogue) == []


def test_a_required_deck_must_exist(tmp_path):
    path = deck(tmp_path, GOOD, head="requires: [own/00-none]\n")
    assert "own/01-deck.yaml:3: deck: `requires` names `own/00-none`" in problems(path)[0]


def test_a_circle_is_reported_for_the_decks_checked(tmp_path):
    deck(tmp_path, GOOD, name="own/01-a", head="requires: [own/02-b]\n")
    other = "id: b\nask: Another?\nanswer: Thing.\nderived: true"
    deck(tmp_path, other, name="own/02-b", head="requires: [own/01-a]\n")
    assert [p for p in problems(tmp_path) if "circle" in p]


def test_two_cards_that_had_the_same_id_are_both_named(tmp_path):
    one = "id: {0}\nask: What is {0}?\nanswer: It is {0}.\nderived: true\nwas: [old]"
    found = problems(deck(tmp_path, one.format("alpha"), one.format("beta")))
    assert len([p for p in found if "`was` names `own/01-deck:old`" in p]) == 2


def test_two_cards_asking_the_same_thing_are_found_across_decks(tmp_path):
    first = "id: a\nask: Why are the scores divided by the square root of d_k?\n"
    second = "id: b\nask: Why is it that the scores divided are by the root square of d_k?\n"
    same = "answer: Else the softmax saturates.\nderived: true"
    deck(tmp_path, first + same, name="own/01-a")
    path = deck(tmp_path, second + same, name="own/02-b")
    (found,) = problems(tmp_path)
    assert found.startswith(f"{path}:4: card b: asks the same as `own/01-a:a`")
    assert "100% of the questions' words are shared, and the answers are the same" in found


def test_like_questions_with_different_answers_are_not_twins(tmp_path):
    card = "id: {0}\nask: How does the {0} layer treat its inputs?\nanswer: {1}\nderived: true"
    cards = [card.format("first", "It adds them."), card.format("second", "It drops them.")]
    assert problems(deck(tmp_path, *cards)) == []


NEAR = "id: {0}\nask: {1}\nanswer: {2}\nderived: true"
BENCHMARK = (
    NEAR.format("a", "How was the Hard subset of that benchmark chosen?", "Models lost to raters."),
    NEAR.format("b", "Say how the Hard subset of the benchmark was chosen.", "Raters beat models."),
)


def test_nearly_the_same_card_in_another_deck_is_found(tmp_path):
    catalogue = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
    deck(tmp_path, BENCHMARK[0], name="own/01-a")
    path = deck(tmp_path, BENCHMARK[1], name="own/02-b")
    (found,) = problems(tmp_path, catalogue)
    assert f"like `own/02-b:b` ({path}:4)" in found
    assert "let `see` name it" in found


def test_two_cards_that_name_each_other_may_be_near(tmp_path):
    catalogue = load_catalogue([ROOT / "decks"], [ROOT / "exercises"])
    deck(tmp_path, BENCHMARK[0] + '\nsee: ["own/02-b:b"]', name="own/01-a")
    deck(tmp_path, BENCHMARK[1], name="own/02-b")
    assert problems(tmp_path, catalogue) == []


def test_a_formula_and_its_number_may_stand_in_one_deck(tmp_path):
    ask = "the size of the score matrix of n tokens and h heads"
    formula = f"id: a\nask: Write {ask}.\nformula: h * n**2\nvariables: {{h: [1, 2], n: [1, 2]}}"
    number = f"id: b\nask: Compute {ask}.\ncompute: 4 * 9\nworking: h * n**2"
    cards = [f"{card}\nderived: true" for card in (formula, number)]
    assert problems(deck(tmp_path, *cards)) == []


def test_every_problem_of_a_broken_deck_is_told_at_once(tmp_path):
    bad = "id: x\nask: Q?\nanswer: A\nsourc: y"
    found = problems(deck(tmp_path, bad, GOOD.replace("n * m", "n * q"), bad.replace("x", "z")))
    assert len([p for p in found if "Did you mean `source`?" in p]) == 2
    assert any("`q` is not varied" in p for p in found)


def test_a_deck_under_a_name_that_is_taken_is_named(tmp_path):
    deck(tmp_path / "one", GOOD)
    catalogue = load_catalogue([tmp_path / "one"], [])
    again = deck(tmp_path / "two", GOOD)
    assert problems(tmp_path / "one", catalogue) == []
    assert "exists already" in problems(again, catalogue)[0]


def test_a_path_without_decks_says_so(tmp_path):
    assert "There is no deck" in problems(tmp_path)[0]
    assert "There is no deck" in problems(tmp_path / "missing")[0]


def test_an_old_suffix_is_named(tmp_path):
    deck(tmp_path, GOOD).rename(tmp_path / "own" / "01-deck.yml")
    assert any("must end in `.yaml`" in p for p in problems(tmp_path))


def test_code_of_a_deck_is_handed_over_and_never_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = "output: |\n  open('ran', 'w')\n  print(1)\nprints: 1"
    path = deck(tmp_path, f"id: a\n{code}\nderived: true")
    assert problems(path) == []
    assert [card.body.prints for card in output_cards(decks_below([path]))] == ["1"]
    assert exercises_below([path]) == []
    assert not (tmp_path / "ran").exists()
