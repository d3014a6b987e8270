"""What authors of `cases.py` write with: claims about a right solution, and calls of it.

    @claim("With a single key every query gets its value.", otherwise="A softmax over one is 1.")
    def single_key(draw: Draw):
        return Call(draw.normal(5, 4), draw.normal(1, 4), draw.normal(1, 3))

A claim function gets a `Draw` and either returns a `Call` or a list of them, whose answers must be
what the reference answers; or it yields calls one by one, gets the learner's values back, and
returns True, False or `Broken("why")`. Running claims is `judge`; nothing here does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tutor.grading.draw import Draw
from tutor.grading.gradients import Where
from tutor.grading.outcome import Request

__all__ = ["Broken", "Call", "Claim", "Draw", "claim", "claims_of"]


class Call:
    """One call of the submission.

    `entry` is the function to call (default: the first entry of the exercise), `wrt` the positions
    or names of arguments whose gradients are compared, or paths to tensors inside of them, such as
    `(1, "wq")`, `upstream` the gradient that arrives at
    the output (default: ones). Everything else is passed on.
    """

    __slots__ = ("args", "entry", "kwargs", "upstream", "wrt")

    def __init__(
        self,
        *args: Any,
        entry: str | None = None,
        wrt: Iterable[Where] = (),
        upstream: Any = None,
        **kwargs: Any,
    ) -> None:
        self.args, self.kwargs = args, kwargs
        self.entry, self.wrt, self.upstream = entry, tuple(wrt), upstream

    def request(self, default_entry: str) -> Request:
        return Request(self.entry or default_entry, self.args, self.kwargs, self.wrt, self.upstream)


@dataclass(frozen=True, slots=True)
class Broken:
    """What a property found, in a sentence with numbers."""

    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim and how strictly it is checked."""

    body: Callable[[Draw], Any]
    sentence: str
    """What is true of a right solution."""
    otherwise: str
    """What to look at when it does not hold."""
    speed: float | None = None
    """Processor time may be at most this many times the reference's."""
    memory_mb: float | None = None
    """Peak memory of the calls, above a process that only receives the same inputs."""
    seconds: float | None = None
    """Wall clock for each call; None takes the limit of the exercise."""
    rtol: float | None = None
    atol: float | None = None
    compare: bool = True
    """False: answers may differ from the reference's in value (random ones do), not in type, shape
    or dtype; the claim itself says what must hold of them."""
    raises: bool = False
    """The calls must raise the same kind of exception as the reference."""

    @property
    def name(self) -> str:
        return self.body.__name__

    @property
    def measured(self) -> bool:
        """True when it needs processes of its own."""
        return self.speed is not None or self.memory_mb is not None

    @property
    def property(self) -> bool:
        """True when the claim function looks at the answers itself."""
        return inspect.isgeneratorfunction(self.body)

    def __call__(self, draw: Draw) -> Any:
        return self.body(draw)


def claim(
    sentence: str,
    *,
    otherwise: str,
    speed: float | None = None,
    memory_mb: float | None = None,
    seconds: float | None = None,
    rtol: float | None = None,
    atol: float | None = None,
    compare: bool = True,
    raises: bool = False,
) -> Callable[[Callable[[Draw], Any]], Claim]:
    """Make a claim of a function `(draw) -> Call | list[Call]`, or of a generator of calls.

    speed, memory_mb: also limit processor time (relative to the reference) and peak memory (MiB).
    seconds: wall clock for each call, instead of the exercise's limit.
    rtol, atol: how close numbers must be; the defaults depend on the dtype (see `compare`).
    compare=False: only type, shape and dtype are compared with the reference's (random answers).
    raises=True: the calls must raise the same kind of exception as the reference.
    """

    def made(function: Callable[[Draw], Any]) -> Claim:
        limits = speed, memory_mb, seconds, rtol, atol
        return Claim(function, sentence, otherwise, *limits, compare, raises)

    return made


def claims_of(namespace: dict[str, Any]) -> list[Claim]:
    """The claims of a loaded `cases.py`, in the order in which they are written."""
    found = [value for value in namespace.values() if isinstance(value, Claim)]
    return sorted(found, key=lambda one: one.body.__code__.co_firstlineno)
