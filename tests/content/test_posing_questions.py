"""A question is posed with fresh numbers, the same ones for the same seed, and LaTeX stays whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from tutor.content.cards import Card, Choose, Cloze, Compute, Flip, Option, Order, Output
from tutor.content.posing import fill, number_text, pose
from tutor.errors import Place


def card(body, **more):
    ask = more.pop("ask", "?")
    return Card("training/01-a:one", "training/01-a", ask, body, Place(Path("d.yaml"), 1), **more)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{T} tokens and {other}", "20,000 tokens and {other}"),
        (r"$\frac{a}{b} + x^{T} + y_{T}$", r"$\frac{a}{b} + x^{T} + y_{T}$"),
        (r"$\sqrt{{a}} \cdot {T}$", r"$\sqrt{8} \cdot 20000$"),
        ("`x = {T}` and `{'a': 1}`", "`x = 20000` and `{'a': 1}`"),
        ("```\nfor _ in range({T}): {b}\n```", "```\nfor _ in range(20000): 2\n```"),
        ("e^{a} in words", "e^8 in words"),
        ("{} {0} {{a} ${a}", "{} {0} {8 $8"),
        ("{a!r} {a:.2f} {a.b}", "{a!r} {a:.2f} {a.b}"),
    ],
)
def test_only_known_names_in_braces_are_replaced(text, filled):
    assert fill(text, {"T": 20_000, "a": 8, "b": 2}) == filled


@pytest.mark.parametrize(
    ("value", "text"),
    [(512, "512"), (1048576, "1,048,576"), (0.47412, "0.4741"), (3.2e-05, "3.2e-05"), (2.0, "2"), ("gelu", "gelu"), (1e+18, "1e+18"), (12345.67, "12,345.7"), (-20000, "-20,000")],
)  # fmt: skip
def test_numbers_are_written_for_people(value, text):
    assert number_text(value) == text


VARIED = card(
    Compute("heads * T**2", "bytes", working=r"${heads} \cdot {T}^2 = {result}$"),
    ask="{heads} heads, {T} tokens",
    vary={"heads": (8, 12, 16), "T": (1024, 2048)},
)


def test_the_answer_belongs_to_the_numbers_shown():
    for seed in range(20):
        posed = pose(VARIED, seed)
        heads, length = posed.values["heads"], posed.values["T"]
        assert posed.ask == f"{heads} heads, {length} tokens"
        assert posed.expected == heads * length**2
        assert str(posed.expected) in posed.right


@pytest.mark.parametrize("first", [0, 1, 50, 999_983])
def test_all_numbers_come_before_any_comes_back(first):
    asked = [pose(VARIED, seed).ask for seed in range(first, first + 12)]
    assert len(set(asked[:6])) == 6
    assert asked[6:] == asked[:6]


def test_the_same_seed_gives_the_same_question():
    assert pose(VARIED, 5) == pose(VARIED, 5)


def test_the_same_seed_gives_the_same_question_in_another_process():
    code = (
        "from pathlib import Path; from tutor.content.cards import *; from tutor.errors import Place\n"
        "from tutor.content.posing import pose\n"
        "c = Card('s/d:c', 's/d', '?', Order(tuple('abcdef')), Place(Path('d'), 1))\n"
        "print(pose(c, 11).steps)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_options_are_shuffled_and_filled():
    options = tuple(Option(f"{n} of {{T}}", n == 2, "see {T}") for n in range(4))
    question = card(Choose(options), vary={"T": (20_000,)})
    orders = {tuple(o.text for o in pose(question, seed).options) for seed in range(30)}
    assert len(orders) > 5
    assert all(sorted(order)[0] == "0 of 20,000" for order in orders)
    assert pose(question, 1).right == "- 2 of 20,000"


def test_steps_never_come_in_the_right_order():
    question = card(Order(("first", "second")))
    assert {pose(question, seed).steps for seed in range(20)} == {("second", "first")}


def test_a_cloze_opens_one_hole_and_shows_the_others():
    body = Cloze("{{c1::Queries}} meet {{c2::keys::what?}} in $q \\cdot {{c2::k}}$", 2)
    posed = pose(card(body, ask=""), 1)
    assert posed.ask == "Queries meet [… what?] in $q \\cdot […]$"
    assert posed.right == "Queries meet **keys** in $q \\cdot k$"


def test_code_is_shown_as_written():
    posed = pose(card(Output("x = {'T': 1}\nprint(f'{x}')\n", "{'T': 1}"), ask=""), 1)
    assert "print(f'{x}')" in posed.ask
    assert posed.right == "```\n{'T': 1}\n```"


def test_a_flip_answer_is_filled():
    assert pose(card(Flip("about {T}"), vary={"T": (5,)}), 1).right == "about 5"
