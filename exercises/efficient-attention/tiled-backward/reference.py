"""Backward pass of FlashAttention. Source: arXiv:2205.14135 Appendix B.2 and B.4; arXiv:2307.08691 Algorithm 2."""

import math

import torch
from torch import Tensor


def attention_backward(
    q: Tensor,
    k: Tensor,
    v: Tensor,
    output: Tensor,
    logsumexp: Tensor,
    grad: Tensor,
    block: int,
    causal: bool = False,
) -> tuple[Tensor, Tensor, Tensor]:
    queries, keys = q.shape[-2], k.shape[-2]
    scale = 1 / math.sqrt(q.shape[-1])
    position = torch.arange(keys - queries, keys)[:, None]  # of each query
    row_sum = (grad * output).sum(dim=-1, keepdim=True)  # (..., N, 1), equals that of p * dp
    dq, dk, dv = torch.zeros_like(q), [], []
    for start in range(0, keys, block):
        some_k, some_v = k[..., start : start + block, :], v[..., start : start + block, :]
        scores = scale * q @ some_k.mT  # (..., N, block)
        if causal:
            key = torch.arange(keys)[start : start + block]
            scores = scores.masked_fill(key > position, -torch.inf)
        p = (scores - logsumexp[..., None]).exp()  # (..., N, block), as in the forward pass
        ds = p * (grad @ some_v.mT - row_sum)  # (..., N, block)
        dq = dq + scale * ds @ some_k
        dk.append(scale * ds.mT @ q)  # (..., block, d)
        dv.append(p.mT @ grad)  # (..., block, e)
    return dq, torch.cat(dk, dim=-2), torch.cat(dv, dim=-2)
