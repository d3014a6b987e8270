"""A right way with library functions, computing in double precision inside."""

import torch.nn.functional as F


def sequence_logprob(logits, ids, mask):
    wide = logits.double()
    loss = F.cross_entropy(wide[:, :-1].transpose(1, 2), ids[:, 1:], reduction="none")
    return -(loss * mask[:, 1:]).sum(dim=1).to(logits.dtype)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    chosen = beta * (policy_chosen - reference_chosen.data)
    rejected = beta * (policy_rejected - reference_rejected.data)
    return F.softplus(rejected - chosen).mean()
