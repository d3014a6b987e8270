"""The result of one grading, as plain values that travel as JSON and are kept in the store."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """One word. Only PASS is a success."""

    PASS = "pass"
    WRONG = "wrong"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASH = "crash"
    MEMORY = "memory"
    FORBIDDEN = "forbidden"
    NOTHING = "nothing-checked"


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """One claim about a right solution, and whether it held."""

    name: str
    sentence: str
    verdict: Verdict
    """`nothing-checked` when it was not reached or a layer it needs is missing."""
    message: str = ""
    """Why it does not hold: first index that differs, expected and got, line of the error."""
    inputs: str = ""
    """Shapes, dtypes and short values of what was passed in."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known mistake that explains the result."""

    mistake: str
    text: str
    """In a tutor's words: what was done, why it gives this result."""
    cards: tuple[str, ...] = ()
    """Keys of the cards that teach it."""
    sure: bool = True
    """False when it only explains some of the failed claims."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one grading."""

    exercise: str
    verdict: Verdict
    seed: int
    claims: tuple[ClaimResult, ...] = ()
    diagnosis: Diagnosis | None = None
    message: str = ""
    """One or two sentences for the top of the report; with file and line for errors."""
    output: str = ""
    """What the code printed (the first 64 KiB)."""
    output_dropped: int = 0
    """Bytes of output beyond that."""
    not_checked: tuple[str, ...] = ()
    """Layers that are missing on this machine and what could not be checked for that reason."""
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        return self.verdict is Verdict.PASS

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Report:
        raw = json.loads(text)
        raw["verdict"] = Verdict(raw["verdict"])
        raw["claims"] = tuple(
            ClaimResult(**{**claim, "verdict": Verdict(claim["verdict"])})
            for claim in raw["claims"]
        )
        if raw["diagnosis"]:
            raw["diagnosis"]["cards"] = tuple(raw["diagnosis"]["cards"])
            raw["diagnosis"] = Diagnosis(**raw["diagnosis"])
        raw["not_checked"] = tuple(raw["not_checked"])
        return cls(**raw)
