"""An encoder for sentences of different lengths."""

from torch import Tensor


def padding_mask(lengths: Tensor, size: int) -> Tensor:
    """lengths (B,) -> (B, 1, 1, size), bool: True where a key is a real token."""
    raise NotImplementedError


def encoder(x: Tensor, blocks: list[dict[str, Tensor]], heads: int, lengths: Tensor) -> Tensor:
    """x (B, T, d), lengths (B,) -> (B, T, d): post-norm blocks, padded rows 0."""
    raise NotImplementedError
