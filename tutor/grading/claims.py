"""How `cases.py` states what is true of a right solution.

A claim is a function of a `Draw`, with a sentence and advice for when it does not hold. It returns
one `Call` or a list of them, whose results must equal the reference's on the same inputs; or it
yields calls one after another, looks at what comes back, and returns True or `Broken("why")`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tutor.grading.draw import Draw

__all__ = ["Broken", "Call", "Claim", "Draw", "claim"]


class Call:
    """One call of an entry point (by default the exercise's first).

    `wrt` names tensor arguments (position or keyword) whose gradients are compared, `upstream` is
    the gradient that arrives at the output.
    """

    def __init__(
        self,
        *args: Any,
        entry: str = "",
        wrt: tuple[int | str, ...] = (),
        upstream: Any = None,
        **kwargs: Any,
    ) -> None:
        self.args, self.kwargs = args, kwargs
        self.entry, self.wrt, self.upstream = entry, wrt, upstream


@dataclass(frozen=True)
class Broken:
    """A property does not hold."""

    why: str


@dataclass(frozen=True)
class Claim:
    """One claim of an exercise."""

    name: str
    sentence: str
    otherwise: str
    body: Callable[[Draw], Any]
    speed: float | None = None
    """At most so many times the reference's processor time."""
    memory_mb: float | None = None
    """At most so much peak memory above an idle process."""
    rtol: float | None = None
    atol: float | None = None


def claim(
    sentence: str,
    *,
    otherwise: str,
    speed: float | None = None,
    memory_mb: float | None = None,
    rtol: float | None = None,
    atol: float | None = None,
) -> Callable[[Callable[[Draw], Any]], Claim]:
    """Make a function of a `Draw` a claim."""

    def made(body: Callable[[Draw], Any]) -> Claim:
        return Claim(body.__name__, sentence, otherwise, body, speed, memory_mb, rtol, atol)

    return made
