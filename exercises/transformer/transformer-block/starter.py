"""A Transformer block."""

from torch import Tensor


def block(
    x: Tensor, weights: dict[str, Tensor], heads: int, mask: Tensor | None = None, norm: str = "pre"
) -> Tensor:
    """x (B, T, d) -> (B, T, d): attention and feed-forward network, with norms before or behind."""
    raise NotImplementedError
