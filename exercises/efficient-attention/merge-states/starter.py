"""Merge the states of two blocks."""

from torch import Tensor

State = tuple[Tensor, Tensor, Tensor]


def block_state(scores: Tensor, values: Tensor) -> State:
    """scores (..., N, k), values (..., k, e) -> m (..., N, 1), l (..., N, 1), o (..., N, e)."""
    raise NotImplementedError


def merge_states(a: State, b: State) -> State:
    """The state of the keys of both."""
    raise NotImplementedError


def finish(state: State) -> tuple[Tensor, Tensor]:
    """Output (..., N, e) and logsumexp (..., N)."""
    raise NotImplementedError
