"""Gradients of a call, taken alike from the reference and in a candidate process."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch


def leaves_of(args: list[Any], kwargs: dict[str, Any], wrt: Iterable[int | str]) -> list[Any]:
    """Switch gradients on for the arguments named, in place of the given tensors; they are leaves."""
    found = []
    for name in wrt:
        place: Any = args if isinstance(name, int) else kwargs
        place[name] = place[name].detach().requires_grad_(True)
        found.append(place[name])
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
