import math

import torch


def ipo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    total = 0
    for i in range(len(policy_chosen)):
        chosen = policy_chosen[i] - reference_chosen[i].item()
        rejected = policy_rejected[i] - reference_rejected[i].item()
        total = total + (chosen - rejected - 0.5 / tau) ** 2
    return total / len(policy_chosen)


def dpo_weights(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    weights = []
    for a, b, c, d in zip(policy_chosen, policy_rejected, reference_chosen, reference_rejected):
        margin = beta * ((a - c) - (b - d)).item()
        weights.append(1 / (1 + math.exp(margin)))
    return torch.tensor(weights, dtype=policy_chosen.dtype)


def preference_metrics(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    right, margins, chosens = 0, [], []
    for a, b, c, d in zip(policy_chosen, policy_rejected, reference_chosen, reference_rejected):
        chosen, rejected = beta * (a - c).item(), beta * (b - d).item()
        right += chosen > rejected
        margins.append(chosen - rejected)
        chosens.append(chosen)
    n = len(margins)
    return {"accuracy": right / n, "margin": sum(margins) / n, "chosen": sum(chosens) / n}
