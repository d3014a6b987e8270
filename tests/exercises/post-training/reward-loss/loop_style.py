import torch


def pair_loss(chosen, rejected):
    zero = torch.zeros_like(chosen)
    return torch.logaddexp(zero, rejected - chosen).mean()


def ranking_loss(scores):
    losses = []
    for i in range(len(scores)):
        for j in range(i + 1, len(scores)):
            losses.append(pair_loss(scores[i : i + 1], scores[j : j + 1]))
    return torch.stack(losses).mean()
