"""IPO, and what to watch in a preference run."""

from torch import Tensor


def ipo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    tau: float,
) -> Tensor:
    """Four tensors (B,) of log-probabilities -> scalar."""
    raise NotImplementedError


def dpo_weights(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> Tensor:
    """The weight (B,) of each pair in the gradient of the DPO loss."""
    raise NotImplementedError


def preference_metrics(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> dict[str, float]:
    """`accuracy`, `margin` and `chosen` of a batch."""
    raise NotImplementedError
