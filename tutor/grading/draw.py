"""Random inputs for claims: fresh for every seed, the same for the same seed.

Sizes and values come from two generators of its own; the process's global ones stay untouched.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

import torch
from torch import Tensor

T = TypeVar("T")
_LETTERS = "etaoinshrdlucmfw"


class Draw:
    """Draws inputs. `draw.integer(2, 5)` may be 5; `draw.integers(0, 5, 3)` never holds a 5."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(seed)
        self._torch = torch.Generator().manual_seed(self._random.getrandbits(62))

    def normal(self, *shape: int, dtype: torch.dtype = torch.float32, scale: float = 1.0) -> Tensor:
        """Normal numbers with mean 0 and standard deviation `scale`."""
        return scale * torch.randn(shape, dtype=dtype, generator=self._torch)

    def uniform(
        self, *shape: int, dtype: torch.dtype = torch.float32, low: float = 0.0, high: float = 1.0
    ) -> Tensor:
        """Uniform numbers from [low, high)."""
        return low + (high - low) * torch.rand(shape, dtype=dtype, generator=self._torch)

    def integers(self, low: int, high: int, *shape: int) -> Tensor:
        """An int64 tensor of whole numbers from low to high - 1, as `torch.randint` draws them."""
        return torch.randint(low, high, shape, generator=self._torch)

    def boolean_mask(self, *shape: int, share: float = 0.5) -> Tensor:
        """A bool tensor; each entry is True with probability `share`."""
        return self.uniform(*shape) < share

    def integer(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return self._random.randint(low, high)

    def choice(self, options: Sequence[T]) -> T:
        return self._random.choice(options)

    def sample(self, options: Sequence[T], number: int) -> list[T]:
        """`number` different ones, in random order."""
        return self._random.sample(options, number)

    def permutation(self, number: int) -> list[int]:
        """0 to number - 1 in an order that is not the sorted one (for number > 1)."""
        order = list(range(number))
        while number > 1 and order == sorted(order):
            self._random.shuffle(order)
        return order

    def distinct(self, number: int, low: int, high: int) -> list[int]:
        """`number` different sizes from low to high, both included."""
        return self._random.sample(range(low, high + 1), number)

    def text(self, length: int, alphabet: str = _LETTERS) -> str:
        return "".join(self._random.choice(alphabet) for _ in range(length))

    def words(
        self, number: int, low: int = 2, high: int = 8, alphabet: str = _LETTERS
    ) -> list[str]:
        """Words of low to high letters; they may repeat."""
        return [self.text(self.integer(low, high), alphabet) for _ in range(number)]
