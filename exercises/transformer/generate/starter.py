"""Greedy generation."""

from typing import Any

from torch import Tensor


def generate(prompt: Tensor, model: dict[str, Any], heads: int, new_tokens: int) -> Tensor:
    """prompt (B, P) -> (B, P + new_tokens), each new token the most probable one."""
    raise NotImplementedError
