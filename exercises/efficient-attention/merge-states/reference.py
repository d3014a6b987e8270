"""Softmax states of blocks and their merge. Source: Milakov and Gimelshein, arXiv:1805.02867 sec. 3.1; Dao, arXiv:2307.08691 sec. 3.1."""

import torch
from torch import Tensor

State = tuple[Tensor, Tensor, Tensor]


def block_state(scores: Tensor, values: Tensor) -> State:
    m = scores.amax(dim=-1, keepdim=True)  # (..., N, 1)
    weights = torch.where(scores == -torch.inf, 0.0, (scores - m).exp())  # (..., N, k)
    return m, weights.sum(dim=-1, keepdim=True), weights @ values


def merge_states(a: State, b: State) -> State:
    m = torch.maximum(a[0], b[0])  # (..., N, 1)

    def factor(old: Tensor) -> Tensor:  # 1 where the maximum stays, also when it stays -inf
        return torch.where(old < m, (old - m).exp(), 1.0)

    fa, fb = factor(a[0]), factor(b[0])
    return m, fa * a[1] + fb * b[1], fa * a[2] + fb * b[2]


def finish(state: State) -> tuple[Tensor, Tensor]:
    m, l, o = state  # noqa: E741
    return torch.where(l > 0, o / l, 0.0), (m + l.log()).squeeze(-1)
