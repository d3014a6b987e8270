"""Fresh inputs from a seed that no candidate ever sees."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor


class Draw:
    """Random tensors and numbers; the same seed gives the same inputs."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(f"draw:{seed}")
        self._torch = torch.Generator().manual_seed(self._random.getrandbits(62))

    def normal(self, *shape: int, dtype: torch.dtype = torch.float32, scale: float = 1.0) -> Tensor:
        """Standard normal entries times `scale`."""
        return torch.randn(*shape, generator=self._torch, dtype=dtype) * scale

    def uniform(self, *shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
        """Entries between 0 and 1."""
        return torch.rand(*shape, generator=self._torch, dtype=dtype)

    def integers(self, low: int, high: int, *shape: int) -> Tensor:
        """int64 entries from `low` up to but without `high`."""
        return torch.randint(low, high, shape, generator=self._torch)

    def integer(self, low: int, high: int) -> int:
        """One int from `low` to `high`, both included."""
        return self._random.randint(low, high)

    def choice(self, options: Sequence[Any]) -> Any:
        return self._random.choice(options)

    def permutation(self, size: int) -> list[int]:
        return self._random.sample(range(size), size)

    def distinct(self, number: int, low: int, high: int) -> list[int]:
        """Different ints from `low` to `high`: dimensions that cannot be mistaken for each other."""
        return self._random.sample(range(low, high + 1), number)
