"""Best-of-n. Source: Nakano et al., arXiv:2112.09332 (rejection sampling); Gao et al., arXiv:2210.10760 sec. 2 (estimator and KL); weighted votes: Li et al., arXiv:2206.02336."""

import math

from torch import Tensor


def best_of_n(rewards: Tensor) -> Tensor:
    return rewards.argmax(dim=1)  # (B,)


def weighted_vote(answers: list[str], rewards: list[float], beta: float) -> str:
    top = max(rewards)
    votes: dict[str, float] = {}
    for answer, reward in zip(answers, rewards):
        votes[answer] = votes.get(answer, 0.0) + math.exp((reward - top) / beta)
    return max(votes, key=votes.__getitem__)  # the first of equal ones


def expected_best(rewards: list[float], n: int) -> float:
    chances = [math.comb(k, n - 1) / math.comb(len(rewards), n) for k in range(len(rewards))]
    return sum(chance * reward for chance, reward in zip(chances, sorted(rewards)))


def best_of_n_kl(n: int) -> float:
    return math.log(n) - (n - 1) / n
