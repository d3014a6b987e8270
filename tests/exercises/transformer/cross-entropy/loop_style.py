import torch


def cross_entropy(logits, targets, ignore=-100):
    total, number = 0.0, 0
    for row, target in zip(logits, targets.tolist()):
        if target == ignore:
            continue
        top = row.max().detach()
        total = total + top + torch.log(torch.exp(row - top).sum()) - row[target]
        number += 1
    return total / number
