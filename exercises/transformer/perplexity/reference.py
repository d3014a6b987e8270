"""Perplexity. Source: Jurafsky and Martin, Speech and Language Processing, ch. 3; bits per byte: Gao et al., arXiv:2101.00027 sec. 3.1."""

import math

import torch.nn.functional as F
from torch import Tensor


def perplexity(logits: Tensor, targets: Tensor, ignore: int = -100) -> Tensor:
    return F.cross_entropy(logits, targets, ignore_index=ignore).exp()


def corpus_perplexity(documents: list[tuple[float, int]]) -> float:
    total = sum(loss for loss, _ in documents)
    return math.exp(total / sum(tokens for _, tokens in documents))


def bits_per_byte(text: str, loss: float, tokens: int) -> float:
    return loss * tokens / math.log(2) / len(text.encode("utf-8"))
