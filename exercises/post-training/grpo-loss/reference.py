"""The GRPO loss. Source: Shao et al., arXiv:2402.03300 eq. 3 and 4; token average: Yu et al., arXiv:2503.14476 sec. 3.3."""

import torch
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
    ratio = (logp - old_logp.detach()).exp()  # (B, T)
    advantage = advantages.detach()[:, None]  # (B, 1), the same for all tokens of an answer
    objective = torch.minimum(ratio * advantage, ratio.clamp(1 - clip, 1 + clip) * advantage)
    log_ratio = ref_logp.detach() - logp
    k3 = log_ratio.expm1() - log_ratio
    loss = (beta * k3 - objective).masked_fill(~mask, 0.0)
    if per_token:
        return loss.sum() / mask.sum()
    return (loss.sum(dim=1) / mask.sum(dim=1)).mean()
