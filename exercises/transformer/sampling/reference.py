"""Sampling filters. Source: Holtzman et al., arXiv:1904.09751 sec. 3.1 (top-p); Stanford CS336 assignment 1 sec. 6."""

import torch
from torch import Tensor


def next_token_probs(
    logits: Tensor, temperature: float = 1.0, top_k: int | None = None, top_p: float | None = None
) -> Tensor:
    if temperature == 0:
        return torch.zeros_like(logits).scatter(0, logits.argmax()[None], 1.0)
    ordered, index = (logits / temperature).sort(descending=True)  # (V,)
    if top_k is not None:
        ordered = ordered.masked_fill(torch.arange(len(ordered)) >= top_k, -torch.inf)
    probs = ordered.softmax(dim=-1)
    if top_p is not None:
        before = probs.cumsum(dim=-1) - probs  # mass in front of each token
        probs = probs.masked_fill(before >= top_p, 0.0)
        probs = probs / probs.sum()
    return torch.empty_like(probs).scatter(0, index, probs)
