"""Comparing two values in the order type, shape, dtype, values, and naming the first difference."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor

from tutor.grading.outcome import Odd

_TOLERANCE = {
    torch.float16: (1e-2, 1e-2),
    torch.bfloat16: (2e-2, 2e-2),
    torch.float32: (1e-4, 2e-5),
    torch.float64: (1e-6, 1e-8),
}


def difference(
    got: Any, expected: Any, rtol: float | None = None, atol: float | None = None, at: str = ""
) -> str:
    """Words for the first difference, or "" when there is none."""
    where = f" at {at}" if at else ""
    if isinstance(got, Odd):
        return f"The result{where} is a {got.type}; expected {_kind(expected)}."
    if isinstance(expected, Tensor):
        if not isinstance(got, Tensor):
            return f"The result{where} is {_kind(got)}; expected {_kind(expected)}."
        return _tensors(got, expected, rtol, atol, where)
    if isinstance(expected, float) and type(got) in (int, float):
        close = math.isclose(got, expected, rel_tol=rtol or 1e-6, abs_tol=atol or 1e-9)
        same = close or (math.isnan(got) and math.isnan(expected))
        return "" if same else f"Got {got!r}{where}, expected {expected!r}."
    if type(got) is not type(expected):
        return f"The result{where} is {_kind(got)}; expected {_kind(expected)}."
    if isinstance(expected, list | tuple):
        return _sequences(got, expected, rtol, atol, at)
    if isinstance(expected, dict):
        return _mappings(got, expected, rtol, atol, at)
    return "" if got == expected else f"Got {_short(got)}{where}, expected {_short(expected)}."


def _sequences(got: Any, expected: Any, rtol: Any, atol: Any, at: str) -> str:
    for n, (a, b) in enumerate(zip(got, expected, strict=False)):
        found = difference(a, b, rtol, atol, f"{at}[{n}]")
        if found:
            if not isinstance(b, Tensor):
                return (
                    f"The first difference is at index {n}: got {_short(a)}, expected {_short(b)}."
                )
            return found
    if len(got) != len(expected):
        return f"Got {len(got)} items{' at ' + at if at else ''}, expected {len(expected)}."
    return ""


def _mappings(got: dict, expected: dict, rtol: Any, atol: Any, at: str) -> str:
    for key, value in expected.items():
        if key not in got:
            return f"The key {_short(key)} is missing."
        found = difference(got[key], value, rtol, atol, f"{at}[{_short(key)}]")
        if found:
            return found
    extra = [key for key in got if key not in expected]
    return f"The key {_short(extra[0])} should not be there." if extra else ""


def _tensors(got: Tensor, expected: Tensor, rtol: Any, atol: Any, where: str) -> str:
    if got.shape != expected.shape:
        return f"The shape{where} is {tuple(got.shape)}; expected {tuple(expected.shape)}."
    if got.dtype != expected.dtype:
        return f"The dtype{where} is {_name(got.dtype)}; expected {_name(expected.dtype)}."
    wrong = _wrong(got, expected, rtol, atol)
    if not wrong.any():
        return ""
    index = tuple(wrong.nonzero()[0].tolist())
    count = int(wrong.sum())
    place = f"{list(index)}" if index else "the only entry"
    text = f"{count} of {wrong.numel()} values differ{where}. The first, at {place}: "
    text += f"got {_number(got[index])}, expected {_number(expected[index])}."
    special = _special(got, expected, wrong)
    return f"{text} {special}".rstrip()


def _wrong(got: Tensor, expected: Tensor, rtol: Any, atol: Any) -> Tensor:
    """Where they differ. A nan is right only where the expected value is nan."""
    if not expected.dtype.is_floating_point:
        return got != expected
    default = _TOLERANCE.get(expected.dtype, (1e-4, 1e-5))
    a, b = got.double(), expected.double()
    relative, absolute = rtol or default[0], atol or default[1]
    return ~torch.isclose(a, b, rtol=relative, atol=absolute, equal_nan=True)


def _special(got: Tensor, expected: Tensor, wrong: Tensor) -> str:
    """What is remarkable about the difference."""
    if got.dtype.is_floating_point and got.isnan().any() and not expected.isnan().any():
        return f"{int(got.isnan().sum())} of them are nan."
    if got.dtype.is_floating_point and wrong.numel() > 1:
        a, b = got.double(), expected.double()
        use = (b.abs() > 1e-6) & a.isfinite() & b.isfinite()
        if use.sum() > 1:
            ratio = a[use] / b[use]
            if ratio.std() < 1e-3 * ratio.mean().abs() and (ratio.mean() - 1).abs() > 1e-3:
                return f"All values are {ratio.mean():.4g} times the expected ones."
        offset = (a - b)[a.isfinite() & b.isfinite()]
        if offset.numel() > 1 and offset.std() < 1e-4 * offset.mean().abs():
            return f"All values are off by the same amount, {offset.mean():.4g}."
    for dim in range(wrong.ndim):
        rest = [d for d in range(wrong.ndim) if d != dim]
        lines = wrong.any(dim=rest) if rest else wrong
        if int(lines.sum()) == 1 and lines.numel() > 1:
            n = int(lines.nonzero()[0])
            last = " (the last)" if n == lines.numel() - 1 else ""
            return f"Only index {n}{last} of dimension {dim} is affected."
    return ""


def describe(value: Any) -> str:
    """An argument in few words: shape and dtype, or its short text."""
    if isinstance(value, Tensor):
        return f"tensor{tuple(value.shape)} {_name(value.dtype)}"
    return _short(value)


def _kind(value: Any) -> str:
    if isinstance(value, Tensor):
        return f"a tensor of shape {tuple(value.shape)}"
    return "None" if value is None else f"a {type(value).__name__}"


def _name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _number(value: Tensor) -> str:
    return f"{value.item():.5g}" if value.dtype.is_floating_point else str(value.item())


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 70 else f"{text[:67]}..."
