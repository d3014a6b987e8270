"""Direct preference optimisation: the loss of one batch of preference pairs.

Leaves out models and padding. Source: Rafailov et al., arXiv:2305.18290 eq. 7.
"""

import torch.nn.functional as F
from torch import Tensor


def sequence_logprob(logits: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
    logprobs = F.log_softmax(logits[:, :-1], dim=-1)  # (B, T-1, V), predictions of ids[:, 1:]
    picked = logprobs.gather(-1, ids[:, 1:, None]).squeeze(-1)  # (B, T-1)
    return picked.masked_fill(~mask[:, 1:], 0.0).sum(-1)  # (B,)


def dpo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> Tensor:
    chosen = policy_chosen - reference_chosen.detach()  # (B,) log-ratio of the chosen answer
    rejected = policy_rejected - reference_rejected.detach()  # (B,)
    return -F.logsigmoid(beta * (chosen - rejected)).mean()
