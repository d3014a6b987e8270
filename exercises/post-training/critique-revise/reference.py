"""Critique, revision and AI labels. Source: Bai et al., arXiv:2212.08073 sec. 3.1 (critiques, all revisions) and 4.1 (normalised, clamped labels)."""

import math

import torch.nn.functional as F
from torch import Tensor


def critique_prompts(
    prompt: str, answer: str, principles: list[str], revisions: list[str]
) -> list[str]:
    current = [answer, *revisions]  # at the beginning of each round; the last one starts no round
    return [
        f"Human: {prompt}\nAssistant: {text}\nCritique: {principle}"
        for text, principle in zip(current, principles)
    ]


def training_pairs(prompt: str, answer: str, revisions: list[str]) -> list[tuple[str, str]]:
    return [(prompt, revision) for revision in revisions]


def preference_label(
    forward: tuple[float, float],
    swapped: tuple[float, float],
    clamp: tuple[float, float] | None = None,
) -> float:
    as_a = 1 / (1 + math.exp(forward[1] - forward[0]))  # answer 1 is A
    as_b = 1 / (1 + math.exp(swapped[0] - swapped[1]))  # answer 1 is B
    label = (as_a + as_b) / 2
    return min(max(label, clamp[0]), clamp[1]) if clamp else label


def soft_label_loss(margin: Tensor, label: Tensor) -> Tensor:
    return F.binary_cross_entropy_with_logits(margin, label)
