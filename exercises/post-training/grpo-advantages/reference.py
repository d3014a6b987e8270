"""Advantages of GRPO and RLOO. Source: Shao et al., arXiv:2402.03300 sec. 4.1.2; Ahmadian et al., arXiv:2402.14740."""

from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    centred = rewards - rewards.mean(dim=1, keepdim=True)  # (Q, G)
    return centred / (rewards.std(dim=1, correction=0, keepdim=True) + eps)


def leave_one_out(rewards: Tensor) -> Tensor:
    group = rewards.shape[1]
    others = (rewards.sum(dim=1, keepdim=True) - rewards) / (group - 1)  # (Q, G)
    return rewards - others
