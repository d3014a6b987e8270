"""Values in a few words: `float32 [2, 5, 4]`, `0.6698`, `a list`."""

from __future__ import annotations

import math
from typing import Any

from torch import Tensor

from tutor.grading.outcome import Odd

_LONGEST = 70


def kind(value: Any) -> str:
    """The type of a value, with an article."""
    if value is None:
        return "None"
    if isinstance(value, Odd):
        return f"of type {value.type}"
    if isinstance(value, Tensor):
        return "a tensor"
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def has_tensor(value: Any) -> bool:
    """Is it a tensor, or a list or tuple with one inside?"""
    inside = type(value) in (list, tuple) and any(map(has_tensor, value))
    return isinstance(value, Tensor) or inside


def short(value: Any, longest: int = _LONGEST) -> str:
    """A value, cut to a length that fits a line; tensors by dtype and shape."""
    if isinstance(value, Tensor):
        if value.dim() == 0:
            return short(value.item())
        kind_and_shape = f"{str(value.dtype).removeprefix('torch.')} {list(value.shape)}"
        few = value.dim() == 1 and 0 < value.numel() <= 3
        return kind_and_shape + (f" = {short(value.tolist())}" if few else "")
    if isinstance(value, Odd):
        return value.type
    if isinstance(value, float):
        return _number(value)
    if type(value) in (list, tuple) and any(isinstance(v, Tensor | float) for v in value):
        inner = ", ".join(short(item) for item in value[:6]) + (", ..." if len(value) > 6 else "")
        return f"[{inner}]" if type(value) is list else f"({inner})"
    text = repr(value)
    return text if len(text) <= longest else f"{text[: longest - 4]} ..."


def _number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    return f"{value:.4g}" if value and not 1e-3 <= abs(value) < 1e5 else f"{value:.4f}"
