import torch
import torch.nn.functional as F


def ipo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    with torch.no_grad():
        wanted = reference_chosen - reference_rejected + 1 / (2 * tau)
    return F.mse_loss(policy_chosen - policy_rejected, wanted)


@torch.no_grad()
def dpo_weights(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    d = policy_chosen - policy_rejected - reference_chosen + reference_rejected
    return 1 - torch.sigmoid(beta * d)


@torch.no_grad()
def preference_metrics(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    rewards = torch.stack([policy_chosen, policy_rejected])
    rewards = beta * (rewards - torch.stack([reference_chosen, reference_rejected]))
    wins = torch.gt(rewards[0], rewards[1])
    return {
        "accuracy": float(wins.sum()) / len(wins),
        "margin": float((rewards[0] - rewards[1]).mean()),
        "chosen": float(rewards[0].mean()),
    }
