"""Causal attention with cached keys and values. Source: GPT-2 model.py (`past`); Shazeer, arXiv:1911.02150 sec. 2.4."""

import math

import torch
from torch import Tensor


def cached_attention(
    x: Tensor, wq: Tensor, wk: Tensor, wv: Tensor, cache: tuple[Tensor, Tensor] | None = None
) -> tuple[Tensor, tuple[Tensor, Tensor]]:
    q, k, v = x @ wq.mT, x @ wk.mT, x @ wv.mT  # (B, S, h), (B, S, h), (B, S, e)
    if cache is not None:
        k, v = torch.cat([cache[0], k], dim=1), torch.cat([cache[1], v], dim=1)  # P + S
    new, whole = q.shape[1], k.shape[1]
    allowed = torch.arange(whole) <= torch.arange(whole - new, whole)[:, None]  # (S, P + S)
    scores = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(~allowed, -torch.inf)
    return scores.softmax(dim=-1) @ v, (k, v)
