"""Data from critiques and from a model's preferences."""

import torch.nn.functional as F  # noqa: F401
from torch import Tensor


def critique_prompts(
    prompt: str, answer: str, principles: list[str], revisions: list[str]
) -> list[str]:
    """The request for a critique of each round."""
    raise NotImplementedError


def training_pairs(prompt: str, answer: str, revisions: list[str]) -> list[tuple[str, str]]:
    """Fine-tuning pairs of one conversation."""
    raise NotImplementedError


def preference_label(
    forward: tuple[float, float],
    swapped: tuple[float, float],
    clamp: tuple[float, float] | None = None,
) -> float:
    """Probability that answer 1 is preferred, over both orders."""
    raise NotImplementedError


def soft_label_loss(margin: Tensor, label: Tensor) -> Tensor:
    """margin (B,), label (B,) -> scalar."""
    raise NotImplementedError
