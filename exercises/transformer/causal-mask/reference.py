"""The causal mask. Source: Vaswani et al., arXiv:1706.03762 sec. 3.2.3."""

import torch
from torch import Tensor


def causal_mask(queries: int, keys: int) -> Tensor:
    position = torch.arange(keys - queries, keys)  # of each query in the text
    return torch.arange(keys) <= position[:, None]  # (queries, keys)
