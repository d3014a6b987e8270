"""An exercise folder as a frozen value. Its Python files stay text here; only graders run them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tutor.errors import Place


@dataclass(frozen=True, slots=True)
class Limits:
    """What learner code may use in one grading."""

    seconds: float = 10.0
    """Wall clock for one claim."""
    memory_mb: int = 1024
    """Address space on top of what the process had when it started."""


@dataclass(frozen=True, slots=True)
class MistakeInfo:
    """What `exercise.yaml` says of one function in `mistakes.py`."""

    name: str
    entry: str
    """The entry point it replaces."""
    cards: tuple[str, ...] = ()
    """Cards that teach it; they come up next in study."""
    breaks: str = "values"
    """How it shows: `values` (also gradients, errors, changed inputs), `speed`, `memory`
    or `forbidden`."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One folder under `exercises/<series>/<name>/`."""

    name: str
    """`series/name`; also the key under which it is scheduled."""
    title: str
    deck: str
    entries: tuple[str, ...]
    """Names the submission must define."""
    minutes: int
    difficulty: int
    """1 (a warm-up) to 5 (an evening)."""
    folder: Path
    place: Place
    about: str = ""
    requires: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """From a nudge to nearly the code."""
    forbidden: tuple[str, ...] = ()
    """Operations learner code may not use, by their usual names."""
    limits: Limits = Limits()
    cards: tuple[str, ...] = ()
    """Cards it practises."""
    mistakes: Mapping[str, MistakeInfo] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Key of `exercise.yaml` -> its line, 1-based."""

    def at(self, key: str) -> Place:
        """Where a key of `exercise.yaml` stands; its beginning if it is not there."""
        return Place(self.place.path, self.lines.get(key, self.place.line))

    @property
    def series(self) -> str:
        return self.name.partition("/")[0]

    def text(self, file: str) -> str:
        """The text of `task.md`, `starter.py`, `reference.py`, `cases.py` or `mistakes.py`."""
        return (self.folder / file).read_text(encoding="utf-8")
