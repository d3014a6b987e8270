"""The exercises fit together: their solutions, assembled, make a small language model."""

import re
from pathlib import Path

import pytest

from tutor.content.loader import load_catalogue
from tutor.grading.assembly import assemble, lines
from tutor.grading.client import Grader

ROOT = Path(__file__).resolve().parents[2]
MODEL = (ROOT / "exercises" / "model.py").read_text()
NAMES = list(dict.fromkeys(re.findall(r'part\("([a-z/-]+)"\)', MODEL)))
CATALOGUE = load_catalogue([], [ROOT / "exercises"])


def references():
    return {name: CATALOGUE.workshop[name].text("reference.py") for name in NAMES}


@pytest.fixture(scope="module")
def built():
    """What the references make together."""
    import asyncio

    async def run():
        async with Grader() as grader:
            return await assemble(grader, references(), MODEL)

    found = asyncio.run(run())
    assert found.problem == ""
    return found


def test_the_tokenizer_shortens_a_text_and_gives_it_back(built):
    told = built.steps["tokenizer"]
    assert told["back"]
    assert told["tokens"] < told["bytes"] / 2


def test_training_teaches_the_model_its_text(built):
    assert built.steps["training"]["first"] > 3
    assert built.steps["training"]["last"] < 0.5


def test_it_continues_as_the_text_does(built):
    told = built.steps["generation"]
    assert told["said"].startswith("the cat sat on the mat. the dog sat on the log.")
    assert 1 <= told["kept"] <= 5
    assert abs(told["mass"] - 1) < 1e-5


def test_preferences_turn_its_choice_round(built):
    told = built.steps["preference"]
    assert abs(told["first"] - 0.6931) < 1e-3
    assert told["last"] < 0.1
    assert told["before"] < 0 < told["after"]


def test_each_step_is_told_in_a_line(built):
    said = lines(built)
    assert [line.partition(":")[0] for line in said[:2]] == ["Tokenizer", "Training"]
    assert "it writes: “the cat sat on the mat." in said[2]
    assert "move its log-odds of “log.” against “mat.” from -" in said[3]


async def test_solutions_in_other_styles_make_the_same_model(built):
    """Any right solution of a part fits, not only the reference."""
    styles = {}
    for name in NAMES:
        files = sorted((ROOT / "tests" / "exercises" / name).glob("*.py"))
        slow = name == "transformer/decoder"  # the style with loops takes most of a minute
        styles[name] = (files[0] if slow else files[-1]).read_text()
    async with Grader() as grader:
        found = await assemble(grader, styles, MODEL)
    assert found.problem == ""
    assert found.steps["generation"]["said"] == built.steps["generation"]["said"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def adamw_step(*a):\n    return a[99]", "line 2: IndexError"),
        ("def adamw_step(:", "line 1: SyntaxError"),
        ("x = 1", "KeyError"),
        ("import os\nos._exit(3)", "exit"),
    ],
)
async def test_a_part_that_does_not_fit_is_named_and_the_steps_before_it_are_kept(source, words):
    async with Grader() as grader:
        found = await assemble(grader, references() | {"training/adamw": source}, MODEL)
    assert words in found.problem
    assert list(found.steps) == ["tokenizer"]
    assert any("It stopped" in line for line in lines(found))
    assert found.part == ("training/adamw" if words.startswith("line") else "")


async def test_a_part_cannot_read_files():
    thief = "def adamw_step(*a):\n    open('/etc/passwd').read()"
    async with Grader() as grader:
        found = await assemble(grader, references() | {"training/adamw": thief}, MODEL)
    assert "line 2: PermissionError" in found.problem
