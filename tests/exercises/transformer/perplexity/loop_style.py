import math

import torch


def perplexity(logits, targets, ignore=-100):
    losses = []
    for row, target in zip(logits, targets.tolist()):
        if target == ignore:
            continue
        top = row.max()
        losses.append(top + torch.log(torch.exp(row - top).sum()) - row[target])
    if not losses:
        return torch.tensor(float("nan"), dtype=logits.dtype)
    return torch.exp(sum(losses) / len(losses))


def corpus_perplexity(documents):
    loss, count = 0.0, 0
    for nats, tokens in documents:
        loss += nats
        count += tokens
    return math.e ** (loss / count)


def bits_per_byte(text, loss, tokens):
    size = len(bytearray(text, "utf-8"))
    return math.log2(math.exp(loss)) * tokens / size
