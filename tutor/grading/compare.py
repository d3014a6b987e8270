"""Is a value what the reference answers? If not: the first difference, in words.

Checked in this order: type, shape, dtype, values. Floating-point numbers need to be close, all
else equal; nan is right only where the reference has it. What is special about the difference is
found in `hints`; exceptions, gradients and changed inputs are the business of `judge`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from tutor.grading import hints
from tutor.grading.claims import Call
from tutor.grading.outcome import Odd
from tutor.grading.showing import has_tensor, kind, short

_CLOSE = {
    torch.float64: (1e-7, 1e-9),
    torch.float32: (1e-4, 1e-5),
    torch.float16: (1e-2, 1e-3),
    torch.bfloat16: (3e-2, 1e-2),
}
_CLOSE_FLOAT = (1e-5, 1e-7)


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close floating-point numbers must be; None takes the default of the dtype.

    |got - expected| <= rtol * |expected| + atol * max(1, largest |expected|). The last factor
    allows for sums in which large terms cancel.
    """

    rtol: float | None = None
    atol: float | None = None

    def of(self, default: tuple[float, float]) -> tuple[float, float]:
        rtol, atol = default
        return (
            rtol if self.rtol is None else self.rtol,
            atol if self.atol is None else self.atol,
        )


EXACT_ENOUGH = Closeness()


def difference(
    got: Any,
    expected: Any,
    rtol: float | None = None,
    atol: float | None = None,
    call: Call | None = None,
) -> str:
    """Why `got` is not `expected`; empty if it is. With the call, masks in it are looked at too."""
    return values(got, expected, Closeness(rtol, atol), call)


def kind_difference(got: Any, expected: Any) -> str:
    """Why `got` is not of the type, shape and dtype of `expected`; numbers may differ."""
    return _kind_of(got, expected, "The result")


def describe(value: Any) -> str:
    """A value in a few words: tensors by dtype and shape."""
    return short(value)


def values(
    got: Any,
    expected: Any,
    close: Closeness = EXACT_ENOUGH,
    call: Call | None = None,
    what: str = "The result",
) -> str:
    """The first difference of two nested values in words; empty if there is none."""
    wrong = _kind_of(got, expected, what)
    if wrong:
        return wrong
    if isinstance(expected, Tensor):
        return _tensors(got, expected, close, call, what)
    if isinstance(expected, list | tuple):
        return _sequences(got, expected, close, call, what)
    if isinstance(expected, dict):
        return _dicts(got, expected, close, call, what)
    if isinstance(expected, float):
        return _floats(got, expected, close, what)
    if got == expected:
        return ""
    return f"{what} is {short(got)}, expected {short(expected)}.{hints.text(got, expected)}"


def same(got: Any, expected: Any, close: Closeness = EXACT_ENOUGH) -> bool:
    return not values(got, expected, close)


# -- inside ------------------------------------------------------------------------


def _kind_of(got: Any, expected: Any, what: str) -> str:
    """Type, then shape, then dtype."""
    if isinstance(got, Odd) or type(got) is not type(expected):
        none = " Is a `return` missing?" if got is None else ""
        return f"{what} is {kind(got)}, expected {kind(expected)}.{none}"
    if not isinstance(expected, Tensor):
        return ""
    if got.shape != expected.shape:
        shapes = f"{list(got.shape)}, expected {list(expected.shape)}"
        return f"{what} has shape {shapes}.{hints.shape(got, expected)}"
    if got.dtype != expected.dtype:
        return f"{what} has dtype {_dtype(got)}, expected {_dtype(expected)}."
    return ""


def _dtype(tensor: Tensor) -> str:
    return str(tensor.dtype).removeprefix("torch.")


def wrong_entries(got: Tensor, expected: Tensor, close: Closeness) -> Tensor:
    """A bool tensor that is True where the numbers disagree. Shapes and dtypes are equal."""
    if expected.dtype not in _CLOSE:
        return got != expected
    rtol, atol = close.of(_CLOSE[expected.dtype])
    g, e = got.double(), expected.double()
    finite = e[e.isfinite()]
    largest = max(1.0, finite.abs().max().item()) if finite.numel() else 1.0
    far = (g - e).abs() > rtol * e.abs() + atol * largest
    unlike = (g != e) & ~(g.isnan() & e.isnan())
    odd = ~(g.isfinite() & e.isfinite())
    return torch.where(odd, unlike, far)


def _tensors(got: Tensor, expected: Tensor, close: Closeness, call: Call | None, what: str) -> str:
    wrong = wrong_entries(got, expected, close)
    if not wrong.any():
        return ""
    at = tuple(wrong.nonzero()[0].tolist())
    first, right = short(got[at].item()), short(expected[at].item())
    special = hints.tensor(got, expected, wrong, call)
    if not at:
        return f"{what} is {first}, expected {right}.{special}"
    place = f"[{', '.join(map(str, at))}]"
    return (
        f"{what} differs first at index {place}: got {first}, expected {right}; "
        f"{int(wrong.sum())} of {wrong.numel()} numbers are wrong.{special}"
    )


def _sequences(got: Any, expected: Any, close: Closeness, call: Call | None, what: str) -> str:
    for at, (mine, right) in enumerate(zip(got, expected, strict=False)):
        inner = values(mine, right, close, call, f"{what}[{at}]")
        if (inner and (isinstance(right, dict) or has_tensor(right))) or type(mine) is not type(
            right
        ):
            return inner
        if inner:
            return _item(got, expected, close, at, what)
    if len(got) != len(expected):
        shared = min(len(got), len(expected))
        return (
            f"{what} has {_items(len(got))}, expected {len(expected)}; "
            f"the first {shared} agree.{hints.length(got, expected)}"
        )
    return ""


def _item(got: Any, expected: Any, close: Closeness, at: int, what: str) -> str:
    wrong = sum(not same(a, b, close) for a, b in zip(got, expected, strict=False))
    lengths = "" if len(got) == len(expected) else f"; {len(got)} items instead of {len(expected)}"
    return (
        f"{what} differs first at index {at}: got {short(got[at])}, expected "
        f"{short(expected[at])}; {wrong} of {_items(len(expected))} are wrong{lengths}."
        f"{hints.sequence(got, expected, at)}"
    )


def _items(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"


def _dicts(got: dict, expected: dict, close: Closeness, call: Call | None, what: str) -> str:
    missing = [key for key in expected if key not in got]
    if missing:
        return f"{what} has no key {short(missing[0])} ({len(missing)} of {len(expected)} are missing)."
    extra = [key for key in got if key not in expected]
    if extra:
        return f"{what} has a key {short(extra[0])} too many ({len(extra)} in all)."
    for key, right in expected.items():
        inner = values(got[key], right, close, call, f"{what}[{short(key)}]")
        if inner:
            return inner
    return ""


def _floats(got: float, expected: float, close: Closeness, what: str) -> str:
    rtol, atol = close.of(_CLOSE_FLOAT)
    alike = got == expected or (math.isnan(got) and math.isnan(expected))
    if alike or math.isclose(got, expected, rel_tol=rtol, abs_tol=atol):
        return ""
    return f"{what} is {short(got)}, expected {short(expected)}.{hints.number(got, expected)}"
