"""What can go wrong, in words for the learner.

Every error says what is wrong, where, and what to do. Raising and printing are
separate: `cli` and `ui` decide how a `TutorError` is shown; no other exception
is meant to reach a learner.

    TutorError
    |-- UsageError       the command or its arguments make no sense      (exit 2)
    |-- ConfigError      config.toml or an environment variable
    |-- ContentError     a deck or an exercise folder
    |   `-- MathsError   a formula that cannot be drawn
    |-- StoreError       the progress database or its folder
    `-- GradingError     the grader itself, never the learner's code
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file, so that a message can point at the author's text."""

    path: Path
    line: int
    """1-based."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class TutorError(Exception):
    """Something the learner or author can act on."""

    exit_code = 1

    def __init__(self, what: str, *, where: Place | Path | None = None, todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        """One sentence: what is wrong."""
        self.where = where
        """The file, or file and line, it is about."""
        self.todo = todo
        """One sentence: what to do about it."""

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.todo}".rstrip()


class UsageError(TutorError):
    """The command or its arguments make no sense."""

    exit_code = 2


class ConfigError(TutorError):
    """A setting or an environment variable cannot be used."""


class ContentError(TutorError):
    """A deck or an exercise is not as it should be."""


class MathsError(ContentError):
    """A formula that the terminal cannot show."""


class StoreError(TutorError):
    """The progress database cannot be opened, read or written."""


class GradingError(TutorError):
    """The grader itself failed; says nothing about the learner's code."""
