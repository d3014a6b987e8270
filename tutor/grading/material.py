"""An exercise's Python files, loaded in the examiner: reference, claims, mistakes."""

from __future__ import annotations

import traceback
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tutor.content.exercises import Exercise
from tutor.errors import GradingError, Place
from tutor.grading.claims import Claim


@dataclass(frozen=True)
class Material:
    exercise: Exercise
    reference: dict[str, Any]
    claims: tuple[Claim, ...]
    mistakes: dict[str, Any]
    _whole: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

    def mistaken(self, name: str) -> Iterator[dict[str, Any]]:
        """The reference with one entry point replaced by a mistake, in two ways.

        First so that the other functions call the mistaken one, as in one file; then so that they
        do not, as when a learner's functions are independent of each other.
        """
        info = self.exercise.mistakes[name]
        if name not in self._whole:
            module = types.ModuleType(f"mistake_{name}")
            exec(compile(self.submission(name), f"<{name}>", "exec"), module.__dict__)
            self._whole[name] = module.__dict__
        yield self._whole[name]
        if len(self.exercise.entries) > 1:
            yield {**self.reference, info.entry: self.mistakes[name]}

    def explanation(self, name: str) -> str:
        """The mistake's docstring on one line."""
        return " ".join((self.mistakes[name].__doc__ or "").split())

    def submission(self, name: str) -> str:
        """Source text of a submission that makes this mistake."""
        info = self.exercise.mistakes[name]
        parts = self.exercise.text("reference.py"), self.exercise.text("mistakes.py")
        return f"{parts[0]}\n\n{parts[1]}\n\n{info.entry} = {name}\n"


def load_material(exercise: Exercise) -> Material:
    """Run the exercise's own files. Raises `GradingError` with file and line."""
    reference = _run(exercise, "reference.py")
    cases = _run(exercise, "cases.py")
    mistakes = _run(exercise, "mistakes.py")
    claims = tuple(value for value in cases.values() if isinstance(value, Claim))
    missing = [e for e in exercise.entries if e not in reference]
    missing += [m for m in exercise.mistakes if m not in mistakes]
    if missing or not claims:
        what = f"`{missing[0]}` is not defined" if missing else "cases.py makes no claim"
        raise GradingError(f"The exercise {exercise.name} is broken: {what}.", where=exercise.place)
    return Material(exercise, reference, claims, mistakes)


def _run(exercise: Exercise, file: str) -> dict[str, Any]:
    path = exercise.folder / file
    module = types.ModuleType(f"exercise_{path.stem}")
    try:
        exec(compile(exercise.text(file), str(path), "exec"), module.__dict__)
    except Exception as problem:
        frames = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename == str(path)]
        line = getattr(problem, "lineno", None) or (frames[-1].lineno if frames else 1)
        what = f"The exercise's {file} fails: {type(problem).__name__}: {problem}"
        raise GradingError(what, where=Place(path, line or 1)) from problem
    return module.__dict__
