"""Attention with online softmax over blocks of keys. Source: arXiv:2205.14135 sec. 3.1; arXiv:2307.08691 sec. 3.1."""

import math

import torch
from torch import Tensor


def tiled_attention(q: Tensor, k: Tensor, v: Tensor, block: int, causal: bool = False) -> Tensor:
    queries, keys = q.shape[-2], k.shape[-2]
    q = q / math.sqrt(q.shape[-1])
    position = torch.arange(keys - queries, keys)[:, None]  # of each query
    m = q.new_full((*q.shape[:-1], 1), -torch.inf)  # (..., N, 1) running maximum
    total = torch.zeros_like(m)  # (..., N, 1) running sum
    output = q.new_zeros(*q.shape[:-1], v.shape[-1])  # (..., N, e) not yet divided
    for start in range(0, keys, block):
        end = min(start + block, keys)
        scores = q @ k[..., start:end, :].mT  # (..., N, block)
        if causal:
            scores = scores.masked_fill(torch.arange(start, end) > position, -torch.inf)
        new = torch.maximum(m, scores.amax(dim=-1, keepdim=True))
        factor, weights = (m - new).exp(), (scores - new).exp()
        total = total * factor + weights.sum(dim=-1, keepdim=True)
        output = output * factor + weights @ v[..., start:end, :]
        m = new
    return output / total
