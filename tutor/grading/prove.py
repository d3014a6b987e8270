"""Proving an exercise both ways: what is right passes, what is wrong fails and is recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tutor.grading.material import Material
from tutor.grading.report import Report, Verdict

Grade = Callable[[str, int], Report]


def prove(material: Material, styles: list[Path], grade: Grade, seed: int) -> Iterator[str]:
    """Every problem found, as a sentence with file and line."""
    exercise = material.exercise
    yield from _hidden_text(material)
    right = [(exercise.folder / "reference.py"), *styles]
    for path in right:
        report = grade(path.read_text(encoding="utf-8"), seed)
        if not report.passed:
            yield f"{path}:1: a right solution does not pass ({report.verdict}: {report.message})"
    starter = exercise.text("starter.py")
    for name, source in (
        ("starter.py", starter),
        ("an empty file", ""),
        ("raise", "raise ValueError"),
    ):
        report = grade(source, seed)
        if report.passed:
            yield f"{exercise.place}: {name} passes, and must not."
    if len(styles) < 2:
        yield f"{exercise.place}: two right solutions in other styles are needed under tests/exercises/."
    for name in exercise.mistakes:
        yield from _mistake(material, name, grade, seed)


def _mistake(material: Material, name: str, grade: Grade, seed: int) -> Iterator[str]:
    where = f"{material.exercise.folder / 'mistakes.py'}:{material.mistakes[name].__code__.co_firstlineno}"
    if not material.explanation(name):
        yield f"{where}: {name} has no explanation (docstring)."
    report = grade(material.submission(name), seed)
    if report.verdict is Verdict.PASS:
        yield f"{where}: {name} passes; no claim catches it."
    elif report.diagnosis is None:
        yield f"{where}: {name} fails ({report.verdict}) but is not diagnosed. {report.message}"
    elif report.diagnosis.mistake != name:
        yield f"{where}: {name} is diagnosed as {report.diagnosis.mistake}."
    elif not report.diagnosis.sure:
        yield f"{where}: {name} is diagnosed only in part."


def _hidden_text(material: Material) -> Iterator[str]:
    from tutor.content.markdown import prepare
    from tutor.errors import MathsError

    exercise = material.exercise
    for label, text in (("task.md", exercise.text("task.md")), *enumerate(exercise.hints, 1)):
        try:
            prepare(text, width=76)
        except MathsError as problem:
            yield f"{exercise.folder / 'task.md'}:1: {label}: {problem.what}"
    if len(exercise.hints) < 3:
        yield f"{exercise.place}: at least three hints are needed."
