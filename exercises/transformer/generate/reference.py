"""Greedy generation with a decoder-only Transformer. Source: Radford et al., GPT-2 (2019) sec. 2.3; Stanford CS336 assignment 1 sec. 6."""

import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor


def attention(x: Tensor, w: dict[str, Tensor], heads: int, mask: Tensor) -> Tensor:
    def split(t: Tensor) -> Tensor:
        return t.unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, H, N, d/H)

    q, k, v = split(x @ w["wq"].mT), split(x @ w["wk"].mT), split(x @ w["wv"].mT)
    scores = q @ k.mT / math.sqrt(q.shape[-1])  # (B, H, N, N)
    mixed = scores.masked_fill(~mask, float("-inf")).softmax(dim=-1) @ v  # (B, H, N, d/H)
    return mixed.transpose(1, 2).flatten(2) @ w["wo"].mT  # (B, N, d)


def feed_forward(x: Tensor, w: dict[str, Tensor]) -> Tensor:
    hidden = F.gelu(x @ w["w1"].mT + w["b1"])  # (B, N, f)
    return hidden @ w["w2"].mT + w["b2"]  # (B, N, d)


def layer_norm(x: Tensor, gain: Tensor, shift: Tensor) -> Tensor:
    centred = x - x.mean(dim=-1, keepdim=True)  # (B, N, d)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (B, N, 1)
    return centred / (variance + 1e-5).sqrt() * gain + shift


def decoder_logits(ids: Tensor, model: dict[str, Any], heads: int) -> Tensor:
    length = ids.shape[1]
    causal = torch.ones(length, length, dtype=torch.bool).tril()  # (N, N)
    x = model["table"][ids] + model["positions"][:length]  # (B, N, d)
    for w in model["blocks"]:
        x = x + attention(layer_norm(x, w["gain1"], w["shift1"]), w, heads, causal)
        x = x + feed_forward(layer_norm(x, w["gain2"], w["shift2"]), w)
    x = layer_norm(x, model["gain"], model["shift"])
    return x @ model["table"].mT  # (B, N, V)


def generate(prompt: Tensor, model: dict[str, Any], heads: int, new_tokens: int) -> Tensor:
    most = len(model["positions"])
    ids = prompt
    for _ in range(new_tokens):
        logits = decoder_logits(ids[:, -most:], model, heads)  # (B, n, V)
        following = logits[:, -1].argmax(dim=1, keepdim=True)  # (B, 1)
        ids = torch.cat([ids, following], dim=1)
    return ids
