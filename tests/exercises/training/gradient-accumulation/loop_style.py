"""Position by position."""

import torch


def micro_weights(y, micro):
    total = 0
    counts = []
    for b, row in enumerate(y.tolist()):
        if b % micro == 0:
            counts.append(0)
        for label in row:
            if label != -100:
                counts[-1] += 1
                total += 1
    return [count / total for count in counts]


def accumulated_gradient(w, x, y, micro):
    n, loss = 0, 0.0
    grad = torch.zeros_like(w)
    for b in range(x.shape[0]):
        for t in range(x.shape[1]):
            label = int(y[b, t])
            if label == -100:
                continue
            logits = w @ x[b, t]
            top = logits.max()
            exps = torch.exp(logits - top)
            total = exps.sum()
            loss += (torch.log(total) + top - logits[label]).item()
            probs = exps / total
            probs[label] -= 1
            grad += torch.outer(probs, x[b, t])
            n += 1
    return loss / n, grad / n
