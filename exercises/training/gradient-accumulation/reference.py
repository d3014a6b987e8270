"""Gradient accumulation, weighted by tokens. Source: torch.nn.CrossEntropyLoss documentation; huggingface/transformers PR 34191 (the mean of means)."""

import torch.nn.functional as F
from torch import Tensor

IGNORE = -100  # also the default of F.cross_entropy


def micro_weights(y: Tensor, micro: int) -> list[float]:
    counted = [int((labels != IGNORE).sum()) for labels in y.split(micro)]
    return [number / sum(counted) for number in counted]


def accumulated_gradient(w: Tensor, x: Tensor, y: Tensor, micro: int) -> tuple[float, Tensor]:
    w = w.clone().requires_grad_(True)
    total, loss = (y != IGNORE).sum(), 0.0
    for rows, labels in zip(x.split(micro), y.split(micro)):
        logits = rows @ w.mT  # (b, T, V)
        part = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), reduction="sum") / total
        part.backward()  # adds to w.grad and frees what was kept for it
        loss += part.item()
    return loss, w.grad
