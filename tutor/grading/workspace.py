"""The learner's own solution files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tutor.content.exercises import Exercise
from tutor.errors import StoreError, TutorError
from tutor.paths import Paths

LARGEST = 1 << 20
_EPOCH = date(1970, 1, 1).toordinal()


def solution_path(paths: Paths, exercise: Exercise) -> Path:
    """`workspace/<series>/<name>.py`."""
    return paths.workspace / f"{exercise.name}.py"


def start(paths: Paths, exercise: Exercise) -> Path:
    """The learner's file, written from the starter if it is not there."""
    path = solution_path(paths, exercise)
    if not path.exists():
        write(path, exercise.text("starter.py"))
    return path


def solve_again(paths: Paths, exercise: Exercise, due_day: int) -> Path | None:
    """Begin a solved exercise that is due again from the empty starter, once for each due day.

    The earlier solution is kept; its new path is returned, or None if this was done already.
    """
    path = solution_path(paths, exercise)
    kept = path.with_suffix(f".until-{date.fromordinal(_EPOCH + due_day)}.bak")
    if kept.exists() or not path.exists():
        return None
    _move(path, kept)
    write(path, exercise.text("starter.py"))
    return kept


def reset(paths: Paths, exercise: Exercise) -> Path | None:
    """Begin from the starter again. The old file is kept; its new path is returned."""
    path, kept = solution_path(paths, exercise), None
    if path.exists():
        number = 1
        while path.with_suffix(f".{number}.bak").exists():
            number += 1
        kept = path.with_suffix(f".{number}.bak")
        _move(path, kept)
    write(path, exercise.text("starter.py"))
    return kept


def _move(path: Path, kept: Path) -> None:
    try:
        path.replace(kept)
    except OSError as problem:
        raise _refused(path, problem) from problem


def write(path: Path, text: str) -> None:
    """Write the whole file or nothing. Raises `StoreError`."""
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as problem:
        raise _refused(path, problem) from problem


def read(path: Path) -> str:
    """The text of a solution. Raises `TutorError` for a missing, huge or unreadable file."""
    try:
        if path.stat().st_size > LARGEST:
            raise TutorError(
                "The file is larger than 1 MiB.", where=path, todo="Is it the right one?"
            )
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        todo = "`tutor start` writes it from the starter."
        raise TutorError("The file is not there.", where=path, todo=todo) from problem
    except UnicodeDecodeError as problem:
        raise TutorError(
            "The file is not UTF-8 text.", where=path, todo="Save it as UTF-8."
        ) from problem
    except OSError as problem:
        raise TutorError(f"The file cannot be read ({problem}).", where=path) from problem


def _refused(path: Path, problem: OSError) -> StoreError:
    todo = "Check the folder, or set TUTOR_HOME to a writable one."
    return StoreError(f"The file cannot be written ({problem}).", where=path, todo=todo)
