"""Running maximum and normaliser. Source: Milakov and Gimelshein, arXiv:1805.02867; arXiv:2205.14135 sec. 3.1."""

import torch
from torch import Tensor


def softmax_stats(blocks: list[Tensor]) -> tuple[Tensor, Tensor]:
    m = torch.tensor(-torch.inf, dtype=blocks[0].dtype)
    l = torch.zeros((), dtype=blocks[0].dtype)  # noqa: E741
    for block in blocks:
        if not block.numel():
            continue
        new = torch.maximum(m, block.max())
        if new == -torch.inf:  # nothing but masked scores so far
            continue
        l = l * (m - new).exp() + (block - new).exp().sum()  # noqa: E741
        m = new
    return m, l
