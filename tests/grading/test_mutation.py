"""Mutants: what is changed, what is not, and what the command says of those that survive."""

import os
import subprocess
import sys

import pytest

from tutor.grading.mutation import mutants

SOURCE = '''"""A file."""

EPS = 1e-6


def scaled(x: Tensor, dim: int = -1, *, keep: bool = False) -> Tensor:
    """Text with 1 + 2 in it."""
    if x is None or dim > 3:
        raise ValueError("dim " + "is wrong")
    x = x - x.mean(dim=-1, keepdim=True)
    total = torch.maximum(x, EPS)
    total += clip(x, total)
    return x[1:] / total if keep else x @ total
'''


@pytest.fixture(scope="module")
def made():
    return {mutant.name.partition(": ")[2]: mutant for mutant in mutants(SOURCE)}


@pytest.mark.parametrize(
    "change",
    [
        "EPS = 1e-06 -> EPS = 2e-06",
        "x: Tensor, dim: int=-1, *, keep: bool=False -> x: Tensor, dim: int=-2, *, keep: bool=False",
        "x: Tensor, dim: int=-1, *, keep: bool=False -> x: Tensor, dim: int=-1, *, keep: bool=True",
        "x is None or dim > 3 -> x is None and dim > 3",
        "x is None or dim > 3 -> dim > 3",
        "dim > 3 -> dim >= 3",
        "raise ValueError('dim ' + 'is wrong') -> nothing",
        "x = x - x.mean(dim=-1, keepdim=True) -> nothing",
        "x - x.mean(dim=-1, keepdim=True) -> x + x.mean(dim=-1, keepdim=True)",
        "x - x.mean(dim=-1, keepdim=True) -> x",
        "x.mean(dim=-1, keepdim=True) -> x.mean(keepdim=True)",
        "x.mean(dim=-1, keepdim=True) -> x.mean(dim=-2, keepdim=True)",
        "x.mean(dim=-1, keepdim=True) -> x.sum(dim=-1, keepdim=True)",
        "torch.maximum(x, EPS) -> x",
        "torch.maximum(x, EPS) -> torch.minimum(x, EPS)",
        "total += clip(x, total) -> total -= clip(x, total)",
        "total += clip(x, total) -> total = clip(x, total)",
        "clip(x, total) -> clip(total, x)",
        "x[1:] -> x[:]",
        "x[1:] / total -> x[1:] * total",
        "x[1:] / total if keep else x @ total -> x @ total",
        "x @ total -> total @ x",
    ],
)
def test_changes_that_people_make_by_accident_are_made(made, change):
    assert change in made


def test_each_mutant_is_one_new_python_file(made):
    sources = [mutant.source for mutant in made.values()]
    assert len(set(sources)) == len(sources)
    for source in sources:
        compile(source, "mutant", "exec")
        assert "Text with 1 + 2 in it." in source
        assert "x: Tensor" in source


def test_texts_of_errors_and_arguments_in_any_order_stay(made):
    assert not any("dim x" in change or "is wrongx" in change for change in made)
    assert "torch.maximum(x, EPS) -> torch.maximum(EPS, x)" not in made


def test_equal_changes_in_one_function_are_told_apart():
    names = [mutant.name for mutant in mutants("def f(x):\n    return [x + 1, x + 1]\n")]
    assert "f: x + 1 -> x - 1" in names
    assert "f: x + 1 -> x - 1 (2)" in names


def test_a_line_is_the_place_of_the_change():
    assert {m.line for m in mutants("def f(x):\n    y = x\n    return y + 1\n")} == {3}


# -- the command -------------------------------------------------------------------


@pytest.fixture
def tutor(tmp_path):
    env = {**os.environ, "TUTOR_HOME": str(tmp_path / "home")}

    def call(*words):
        return subprocess.run(
            [sys.executable, "-m", "tutor.cli", *words],
            capture_output=True, text=True, check=False, env=env, cwd=tmp_path,
        )  # fmt: skip

    return call


@pytest.fixture
def folder(tutor, tmp_path):
    """An exercise with sharp claims: each row less its mean."""
    made = tutor("author", "new", "exercise", "transformer/centre", "--title", "Centre", "--here")
    assert made.returncode == 0, made.stderr
    return tmp_path / "exercises" / "transformer" / "centre"


def test_sharp_claims_leave_no_survivor(tutor, folder):
    done = tutor("author", "mutants", str(folder), "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 exercise," in done.stdout
    assert "0 survivors (0.0%)" in done.stdout


BLUNT = '''
from tutor.grading.claims import Call, claim

@claim("One row of zeros comes out.", otherwise="Look again.")
def zeros(draw):
    return Call(draw.normal(1, 3) * 0)
'''  # fmt: skip


def test_a_survivor_is_named_with_its_line_until_a_reason_is_given(tutor, folder):
    (folder / "cases.py").write_text(BLUNT)
    done = tutor("author", "mutants", str(folder))
    change = "centre: x - x.mean(dim=-1, keepdim=True) -> x + x.mean(dim=-1, keepdim=True)"
    assert done.returncode == 1
    assert f"reference.py:8: no claim catches '{change}'" in done.stdout
    survivors = [
        line.partition("catches '")[2].rstrip("'.") for line in done.stdout.splitlines()
        if "no claim catches" in line
    ]  # fmt: skip
    reasons = "".join(f'  "{name}": the claims are blunt\n' for name in survivors)
    (folder / "mutants.yaml").write_text(f"left:\n{reasons}")
    again = tutor("author", "mutants", str(folder))
    assert again.returncode == 0, again.stdout
    assert f"{len(survivors)} survivors" in again.stdout


def test_an_exercise_that_cannot_be_read_is_a_problem(tutor, folder):
    (folder / "exercise.yaml").write_text("title: 3\nentry: [x]\n")
    done = tutor("author", "mutants", str(folder))
    assert done.returncode == 1
    assert "exercise.yaml:2: exercise: unknown key `entry`" in done.stdout


def test_a_reason_for_a_mutant_that_is_caught_is_refused(tutor, folder):
    (folder / "mutants.yaml").write_text('equivalent:\n  "centre: x.y -> x": the same\n')
    done = tutor("author", "mutants", str(folder))
    assert done.returncode == 1
    assert "mutants.yaml:2: 'centre: x.y -> x' is caught" in done.stdout
