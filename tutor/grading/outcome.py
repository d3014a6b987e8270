"""What came back from a candidate process: values and facts, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """One call to make in the candidate."""

    entry: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    wrt: tuple[int | str | tuple[int | str, ...], ...] = ()
    """Positions or names of tensor arguments whose gradients are wanted."""
    upstream: Any = None
    """Gradient that arrives at the output (same structure as the output's tensors: one tensor,
    or a tuple); None means ones."""


@dataclass(frozen=True, slots=True)
class Raised:
    """Learner code raised an exception."""

    type: str
    message: str
    line: int
    """Line of the submission nearest to where it was raised; 0 if unknown."""
    trace: str
    """The traceback, submission frames only."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A returned value that is not one of the allowed plain types."""

    type: str
    """Its type in words, e.g. `numpy.ndarray`, `torch.nn.parameter.Parameter`, `generator`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The candidate's reply to one `Request`: exactly one of value or raised."""

    value: Any = None
    """Tensors, numbers, str, bytes, bool, None, list, tuple, dict; `Odd` in place of any other."""
    grads: Mapping[int | str, Any] = field(default_factory=dict)
    """Per entry of `wrt`: a tensor, or None when no gradient arrived."""
    changed: tuple[int | str, ...] = ()
    """Arguments that the call changed in place."""
    raised: Raised | None = None
    seconds: float = 0.0
    """Wall time of the call as seen by the examiner."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a candidate process ended, as seen from outside."""

    how: str
    """`done`, `timeout`, `signal`, `memory`, `exit`, `forbidden`, `garbled`."""
    detail: str = ""
    """Signal name, exit code, forbidden operation or what was garbled."""
    cpu_seconds: float = 0.0
    """User plus system time of the process."""
    peak_mb: float = 0.0
    """Peak resident memory above that of an idle candidate, without mapped libraries."""
    output: str = ""
    output_dropped: int = 0
    not_checked: tuple[str, ...] = ()
    """Protection layers that were not available."""
