"""Attention with a key-value cache."""

from torch import Tensor


def cached_attention(
    x: Tensor, wq: Tensor, wk: Tensor, wv: Tensor, cache: tuple[Tensor, Tensor] | None = None
) -> tuple[Tensor, tuple[Tensor, Tensor]]:
    """New tokens x (B, S, d) and the cache of earlier ones -> output (B, S, e), new cache."""
    raise NotImplementedError
