"""Gradients of a call, taken alike from the reference and in a candidate process."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch

Where = int | str | tuple[int | str, ...]
"""A position, a name, or a path such as `(1, "wq")`: key "wq" of the dict at position 1."""


def leaves_of(args: list[Any], kwargs: dict[str, Any], wrt: Iterable[Where]) -> list[Any]:
    """Switch gradients on for the tensors named, in place of the given ones; they are leaves."""
    found = []
    for where in wrt:
        *path, last = where if isinstance(where, tuple) else (where,)
        first = path[0] if path else last
        place: Any = args if isinstance(first, int) else kwargs
        for key in path:
            place = place[key]
        place[last] = place[last].detach().requires_grad_(True)
        found.append(place[last])
    return found


def gradients(value: Any, leaves: list[Any], upstream: Any) -> list[Any]:
    """Gradients of the leaves for a gradient that arrives at the output (None: ones).

    `value` is a tensor or a tuple or list with tensors in it. None stands for a leaf that no
    gradient reaches.
    """
    if not leaves:
        return []
    outputs = list(value) if isinstance(value, tuple | list) else [value]
    arriving = list(upstream) if isinstance(upstream, tuple | list) else [upstream] * len(outputs)
    pairs = [
        (out, torch.ones_like(out) if up is None else up.to(out.dtype))
        for out, up in zip(outputs, arriving, strict=False)
        if isinstance(out, torch.Tensor) and out.requires_grad
    ]
    if not pairs:
        return [None] * len(leaves)
    tensors, ups = zip(*pairs, strict=True)
    return list(torch.autograd.grad(tensors, leaves, ups, allow_unused=True))
