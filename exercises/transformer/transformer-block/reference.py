"""A Transformer block. Source: Vaswani et al., arXiv:1706.03762 sec. 3.1 (post-norm); Xiong et al., arXiv:2002.04745 sec. 3 (pre-norm)."""

import math

import torch.nn.functional as F
from torch import Tensor


def attention(x: Tensor, w: dict[str, Tensor], heads: int, mask: Tensor | None) -> Tensor:
    def split(t: Tensor) -> Tensor:
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, H, T, d/H)

    q, k, v = split(x @ w["wq"].mT), split(x @ w["wk"].mT), split(x @ w["wv"].mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, T, T)
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    mixed = scores.softmax(dim=-1) @ v  # (B, H, T, d/H)
    return mixed.transpose(1, 2).flatten(2) @ w["wo"].mT  # (B, T, d)


def feed_forward(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    hidden = F.gelu(x @ w["w1"].mT + w["b1"])  # (B, T, f)
    return hidden @ w["w2"].mT + w["b2"]  # (B, T, d)


def layer_norm(x: Tensor, gain: Tensor, shift: Tensor) -> Tensor:
    centred = x - x.mean(dim=-1, keepdim=True)  # (B, T, d)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (B, T, 1)
    return centred / (variance + 1e-5).sqrt() * gain + shift


def block(
    x: Tensor, weights: dict[str, Tensor], heads: int, mask: Tensor | None = None, norm: str = "pre"
) -> Tensor:
    def norm1(t: Tensor) -> Tensor:
        return layer_norm(t, weights["gain1"], weights["shift1"])

    def norm2(t: Tensor) -> Tensor:
        return layer_norm(t, weights["gain2"], weights["shift2"])

    if norm == "pre":
        x = x + attention(norm1(x), weights, heads, mask)
        return x + feed_forward(norm2(x), weights)
    x = norm1(x + attention(x, weights, heads, mask))
    return norm2(x + feed_forward(x, weights))
