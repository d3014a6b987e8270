"""The GRPO loss."""

from torch import Tensor


def grpo_loss(
    logp: Tensor,
    old_logp: Tensor,
    ref_logp: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float,
    beta: float,
    per_token: bool = False,
) -> Tensor:
    """logp, old_logp, ref_logp, mask (B, T), advantages (B,) -> scalar, to be minimised."""
    raise NotImplementedError
