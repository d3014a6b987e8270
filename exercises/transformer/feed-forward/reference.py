"""GELU and the feed-forward network. Source: Hendrycks and Gimpel, arXiv:1606.08415 sec. 2; Vaswani et al., arXiv:1706.03762 sec. 3.3."""

import math

import torch
from torch import Tensor


def gelu(x: Tensor) -> Tensor:
    return 0.5 * x * (1.0 + torch.erf(x / math.sqrt(2)))


def feed_forward(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> Tensor:
    hidden = gelu(x @ w1.mT + b1)  # (..., f)
    return hidden @ w2.mT + b2  # (..., d)
