"""A right way with loops and formulas written out."""

import torch


def sequence_logprob(logits, ids, mask):
    rows = []
    for b in range(logits.shape[0]):
        total = logits[b].sum() * 0.0
        for t in range(1, logits.shape[1]):
            if mask[b, t]:
                before = logits[b, t - 1]
                total = total + before[ids[b, t]] - torch.logsumexp(before, dim=0)
        rows.append(total)
    return torch.stack(rows)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    with torch.no_grad():
        reference = reference_chosen - reference_rejected
    margin = beta * (policy_chosen - policy_rejected - reference)
    return torch.logaddexp(torch.zeros_like(margin), -margin).mean()
