"""Who may attend to whom. Source: Raffel et al., arXiv:1910.10683 sec. 3.2.1; Vaswani et al., arXiv:1706.03762 sec. 3.2.3."""

import torch
from torch import Tensor


def attention_pattern(kind: str, length: int, prefix: int = 0) -> Tensor:
    query, key = torch.arange(length)[:, None], torch.arange(length)  # rows, columns
    if kind == "encoder":
        return torch.ones(length, length, dtype=torch.bool)
    if kind == "decoder":
        return key <= query
    if kind == "prefix":
        return (key <= query) | (key < prefix)
    raise ValueError(f"no pattern is called {kind!r}")


def padding_mask(lengths: Tensor, longest: int) -> Tensor:
    return torch.arange(longest) < lengths[:, None, None, None]  # (B, 1, 1, longest)


def attention_mask(kind: str, lengths: Tensor, longest: int, prefix: int = 0) -> Tensor:
    return attention_pattern(kind, longest, prefix) & padding_mask(lengths, longest)
