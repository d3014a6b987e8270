import torch


def cross_entropy(logits, targets, ignore=-100):
    keep = targets != ignore
    safe = torch.where(keep, targets, torch.zeros_like(targets))
    logp = logits.log_softmax(dim=1)[torch.arange(len(targets)), safe]
    return -(logp * keep).sum() / keep.sum()
