"""Attention patterns."""

from torch import Tensor


def attention_pattern(kind: str, length: int, prefix: int = 0) -> Tensor:
    """kind "encoder", "decoder" or "prefix" -> bool (length, length), True = may attend."""
    raise NotImplementedError


def padding_mask(lengths: Tensor, longest: int) -> Tensor:
    """lengths (B,) -> bool (B, 1, 1, longest), True = the key is a real token."""
    raise NotImplementedError


def attention_mask(kind: str, lengths: Tensor, longest: int, prefix: int = 0) -> Tensor:
    """Pattern and padding together -> bool (B, 1, longest, longest)."""
    raise NotImplementedError
