"""What is special about a difference: a factor, an offset, a sign, a transpose, a place.

Each function returns a sentence with a space in front, or nothing. These are observations about
two values; explanations of known errors are `diagnosis`.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor

from tutor.grading.claims import Call
from tutor.grading.showing import has_tensor

_ALIKE = 1e-3


def shape(got: Tensor, expected: Tensor) -> str:
    """For two tensors of different shapes."""
    if got.dim() >= 2 and got.mT.shape == expected.shape:
        if got.dtype == expected.dtype and _near(got.mT, expected):
            return " It is the right result with its last two dimensions swapped."
        return " The last two dimensions are swapped."
    if got.numel() == expected.numel():
        return " The number of entries is right."
    if (
        sorted(got.shape) != sorted(expected.shape)
        and got.squeeze().shape == expected.squeeze().shape
    ):
        return " Only dimensions of size 1 differ."
    if expected.dim() and got.shape == expected.shape[1:]:
        return " The first dimension is missing."
    return ""


def tensor(got: Tensor, expected: Tensor, wrong: Tensor, call: Call | None = None) -> str:
    """For two tensors of one shape and dtype; `wrong` marks where they differ."""
    if got.is_floating_point() and (got.isnan() & ~expected.isnan()).any():
        return _lost("nan", got.isnan() & ~expected.isnan(), wrong, call)
    if got.is_floating_point() and (got.isinf() & ~expected.isinf()).any():
        return _lost("infinite", got.isinf() & ~expected.isinf(), wrong, call)
    return _whole(got, expected, wrong) or _place(wrong, call)


def number(got: float, expected: float) -> str:
    """For two Python numbers."""
    if expected and got == -expected:
        return " The sign is wrong."
    if expected and math.isfinite(got) and got:
        factor = got / expected
        for name, value in (("half", 0.5), ("twice", 2.0)):
            if math.isclose(factor, value, rel_tol=1e-6):
                return f" It is {name} the right number."
    return ""


def sequence(got: Any, expected: Any, at: int) -> str:
    """For two lists or tuples that differ first at index `at`."""
    if has_tensor(got) or has_tensor(expected):
        return ""
    if len(got) == len(expected) and list(got) == list(reversed(expected)):
        return " It is the right one in reverse order."
    if len(got) == len(expected) and _alike_in_any_order(got, expected):
        return " The same items stand in another order."
    if got[at] in expected:
        return f" {got[at]!r} is expected too, at index {expected.index(got[at])}."
    return " Everything before that is right." if at else ""


def length(got: Any, expected: Any) -> str:
    if len(got) < len(expected):
        return " It stops too early."
    return " It goes on for too long."


def text(got: Any, expected: Any) -> str:
    """For two strings or bytes: where they part."""
    if not isinstance(expected, str | bytes) or len(expected) < 12 or not got:
        return ""
    at = next((i for i, (a, b) in enumerate(zip(got, expected, strict=False)) if a != b), None)
    return "" if at is None else f" They differ first at position {at}."


# -- inside ------------------------------------------------------------------------


def _alike_in_any_order(got: Any, expected: Any) -> bool:
    return sorted(map(repr, got)) == sorted(map(repr, expected))


def _near(a: Tensor, b: Tensor) -> bool:
    return bool(torch.isclose(a.double(), b.double(), rtol=_ALIKE, atol=1e-6, equal_nan=True).all())


def _whole(got: Tensor, expected: Tensor, wrong: Tensor) -> str:
    """One rule that turns the whole right result into this one."""
    if got.numel() < 2 or not got.is_floating_point():
        return ""
    if not got.any():
        return " All numbers are 0."
    if got.dim() >= 2 and got.shape[-1] == got.shape[-2] and _near(got.mT, expected):
        return " It is the right result with its last two dimensions swapped."
    if _near(-got, expected):
        return " Every number has the wrong sign."
    return _factor(got.double(), expected.double()) or _other_order(got, expected)


def _factor(got: Tensor, expected: Tensor) -> str:
    clear = expected.abs() > 1e-6
    if clear.sum() > 1:
        ratio = got[clear] / expected[clear]
        if _near(ratio, ratio.median().expand_as(ratio)) and _near(got[~clear], expected[~clear]):
            return f" Every number is {ratio.median().item():.4g} times the expected one."
    gap = got - expected
    if _near(gap, gap.median().expand_as(gap)):
        return f" Every number is off by the same {gap.median().item():.4g}."
    return ""


def _other_order(got: Tensor, expected: Tensor) -> str:
    for dim in range(got.dim()):
        if got.shape[dim] > 1 and _near(got.flip(dim), expected):
            return f" It is the right result, reversed along dimension {dim}."
    if _near(got.flatten().sort().values, expected.flatten().sort().values):
        return " The right numbers are there, in other places."
    return ""


def _lost(what: str, lost: Tensor, wrong: Tensor, call: Call | None) -> str:
    number = int(lost.sum())
    return f" {number} of them {'is' if number == 1 else 'are'} {what}.{_place(wrong, call)}"


def _place(wrong: Tensor, call: Call | None) -> str:
    """In which part of the result the wrong numbers lie."""
    if wrong.dim() == 0 or wrong.all():
        return ""
    return _masked(wrong, call) or _one_index(wrong)


def _masked(wrong: Tensor, call: Call | None) -> str:
    """Whether exactly the rows go wrong that a boolean mask touches."""
    given = [*call.args, *call.kwargs.values()] if call else []
    rows = wrong.any(-1) if wrong.dim() > 1 else wrong
    for mask in given:
        if not isinstance(mask, Tensor) or mask.dtype is not torch.bool or mask.dim() == 0:
            continue
        for name, touched in (
            ("the mask is False everywhere", ~mask.any(-1)),
            ("the mask has a False", ~mask.all(-1)),
        ):
            try:
                here = touched.broadcast_to(rows.shape)
            except RuntimeError:
                continue
            if here.any() and not here.all() and not (rows & ~here).any():
                return f" Only rows where {name} are wrong."
    return ""


def _one_index(wrong: Tensor) -> str:
    for dim, size in enumerate(wrong.shape):
        others = [d for d in range(wrong.dim()) if d != dim]
        found = (wrong.any(dim=others) if others else wrong).nonzero().flatten().tolist()
        if size < 2 or len(found) == size:
            continue
        name = f"dimension {dim}" if wrong.dim() > 1 else "it"
        if len(found) == 1:
            last = ", the last one" if found[0] == size - 1 else ""
            return f" Only index {found[0]} of {name} is wrong{last}."
        if found == list(range(1, size)):
            return f" Only the first index of {name} is right."
        if found == list(range(size - 1)):
            return f" Only the last index of {name} is right."
    return ""
