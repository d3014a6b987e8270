"""The DPO loss, from logits to a number."""

import torch.nn.functional as F  # noqa: F401
from torch import Tensor


def sequence_logprob(logits: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
    """Sum of the log-probabilities of the answer tokens.

    logits: (B, T, V), ids: (B, T), mask: (B, T) bool -> (B,)
    """
    raise NotImplementedError


def dpo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> Tensor:
    """Mean DPO loss of a batch. Four tensors (B,) of log-probabilities -> scalar."""
    raise NotImplementedError
