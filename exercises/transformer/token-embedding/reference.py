"""An embedding table and its gradient. Source: torch.nn.Embedding documentation."""

import torch
from torch import Tensor


def embed(ids: Tensor, table: Tensor) -> Tensor:
    if ids.numel() and not 0 <= int(ids.min()) <= int(ids.max()) < len(table):
        raise IndexError("an id lies outside of the table")
    return table[ids]  # (..., d)


def embedding_gradient(ids: Tensor, grad: Tensor, vocabulary: int) -> Tensor:
    width = grad.shape[-1]
    total = torch.zeros(vocabulary, width, dtype=grad.dtype)
    return total.index_add(0, ids.reshape(-1), grad.reshape(-1, width))
