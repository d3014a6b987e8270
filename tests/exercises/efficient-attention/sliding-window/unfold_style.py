"""No loop: keys and values padded in front, and a view that slides."""

import torch
import torch.nn.functional as F


def sliding_window_attention(q, k, v, window, block):
    n, d = q.shape[-2:]
    window = min(window, n)
    keys = F.pad(k, (0, 0, window - 1, 0)).unfold(-2, window, 1)  # (..., N, d, window)
    values = F.pad(v, (0, 0, window - 1, 0)).unfold(-2, window, 1)
    scores = torch.einsum("...nd,...ndw->...nw", q * d**-0.5, keys)
    missing = torch.arange(n)[:, None] - window + 1 + torch.arange(window) < 0
    weights = torch.softmax(scores.masked_fill(missing, float("-inf")), dim=-1)
    return torch.einsum("...nw,...new->...ne", weights, values)
