"""Perplexity and bits per byte."""

from torch import Tensor


def perplexity(logits: Tensor, targets: Tensor, ignore: int = -100) -> Tensor:
    """logits (N, V), targets (N,) -> scalar."""
    raise NotImplementedError


def corpus_perplexity(documents: list[tuple[float, int]]) -> float:
    """Perplexity over all tokens of documents given as (summed loss, number of tokens)."""
    raise NotImplementedError


def bits_per_byte(text: str, loss: float, tokens: int) -> float:
    """Bits per UTF-8 byte from the mean loss per token in nats."""
    raise NotImplementedError
