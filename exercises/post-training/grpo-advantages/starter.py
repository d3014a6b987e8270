"""Group-relative advantages."""

from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    """rewards (Q, G) -> (Q, G), normalised within each question."""
    raise NotImplementedError


def leave_one_out(rewards: Tensor) -> Tensor:
    """rewards (Q, G) -> (Q, G), minus the mean of the other answers."""
    raise NotImplementedError
