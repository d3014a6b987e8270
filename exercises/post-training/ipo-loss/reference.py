"""IPO and the gradient weight of DPO. Source: Azar et al., arXiv:2310.12036 sec. 5; Rafailov et al., arXiv:2305.18290 sec. 4."""

from torch import Tensor


def ipo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    tau: float,
) -> Tensor:
    chosen = policy_chosen - reference_chosen.detach()  # (B,) log-ratios
    rejected = policy_rejected - reference_rejected.detach()
    return (chosen - rejected - 1 / (2 * tau)).square().mean()


def dpo_weights(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> Tensor:
    chosen, rejected = policy_chosen - reference_chosen, policy_rejected - reference_rejected
    return (beta * (rejected - chosen)).sigmoid().detach()


def preference_metrics(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    reference_chosen: Tensor,
    reference_rejected: Tensor,
    beta: float,
) -> dict[str, float]:
    chosen = beta * (policy_chosen - reference_chosen)  # (B,) implicit rewards
    margin = chosen - beta * (policy_rejected - reference_rejected)
    return {
        "accuracy": (margin > 0).double().mean().item(),
        "margin": margin.mean().item(),
        "chosen": chosen.mean().item(),
    }
