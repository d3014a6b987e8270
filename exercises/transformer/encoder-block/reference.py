"""A Transformer encoder with padding. Source: Vaswani et al., arXiv:1706.03762 sec. 3.1, 3.2.3; Devlin et al., arXiv:1810.04805 sec. 3."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor


def padding_mask(lengths: Tensor, size: int) -> Tensor:
    real = torch.arange(size) < lengths[:, None]  # (B, T)
    return real[:, None, None]  # (B, 1, 1, T)


def attention(x: Tensor, w: dict[str, Tensor], heads: int, mask: Tensor) -> Tensor:
    def split(t: Tensor) -> Tensor:
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, H, T, d/H)

    q, k, v = split(x @ w["wq"].mT), split(x @ w["wk"].mT), split(x @ w["wv"].mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, T, T)
    mixed = scores.masked_fill(~mask, float("-inf")).softmax(dim=-1) @ v  # (B, H, T, d/H)
    return mixed.transpose(1, 2).flatten(2) @ w["wo"].mT  # (B, T, d)


def feed_forward(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    hidden = F.gelu(x @ w["w1"].mT + w["b1"])  # (B, T, f)
    return hidden @ w["w2"].mT + w["b2"]  # (B, T, d)


def layer_norm(x: Tensor, gain: Tensor, shift: Tensor) -> Tensor:
    centred = x - x.mean(dim=-1, keepdim=True)  # (B, T, d)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (B, T, 1)
    return centred / (variance + 1e-5).sqrt() * gain + shift


def encoder(x: Tensor, blocks: list[dict[str, Tensor]], heads: int, lengths: Tensor) -> Tensor:
    mask = padding_mask(lengths, x.shape[1])  # (B, 1, 1, T), over keys
    for w in blocks:
        x = layer_norm(x + attention(x, w, heads, mask), w["gain1"], w["shift1"])
        x = layer_norm(x + feed_forward(x, w), w["gain2"], w["shift2"])
    return x.masked_fill(~mask[:, 0].mT, 0.0)  # (B, T, 1), over rows
