"""Best of n, and votes weighted by reward."""

from torch import Tensor


def best_of_n(rewards: Tensor) -> Tensor:
    """rewards (B, n) -> (B,), the index of the best answer."""
    raise NotImplementedError


def weighted_vote(answers: list[str], rewards: list[float], beta: float) -> str:
    """The answer with the largest sum of weights e^(reward / beta)."""
    raise NotImplementedError


def expected_best(rewards: list[float], n: int) -> float:
    """Mean best reward of n samples drawn without replacement."""
    raise NotImplementedError


def best_of_n_kl(n: int) -> float:
    """ln n - (n - 1)/n."""
    raise NotImplementedError
