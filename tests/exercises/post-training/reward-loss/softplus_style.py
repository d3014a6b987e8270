import torch


def pair_loss(chosen, rejected):
    return torch.nn.functional.softplus(rejected - chosen).sum() / chosen.numel()


def ranking_loss(scores):
    gaps = scores[:, None] - scores[None, :]
    k = len(scores)
    keep = torch.ones(k, k, dtype=torch.bool).triu(1)
    return torch.nn.functional.softplus(-gaps)[keep].mean()
