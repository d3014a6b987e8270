import math

import torch


def critique_prompts(prompt, answer, principles, revisions):
    out = []
    current = answer
    for i in range(len(principles)):
        lines = ["Human: " + prompt, "Assistant: " + current, "Critique: " + principles[i]]
        out.append("\n".join(lines))
        current = revisions[i]
    return out


def training_pairs(prompt, answer, revisions):
    pairs = []
    for revision in revisions:
        pairs.append((prompt, revision))
    return pairs


def preference_label(forward, swapped, clamp=None):
    a, b = math.exp(forward[0]), math.exp(forward[1])
    first = a / (a + b)
    a, b = math.exp(swapped[0]), math.exp(swapped[1])
    second = b / (a + b)
    label = 0.5 * first + 0.5 * second
    if clamp is not None:
        low, high = clamp
        if label < low:
            label = low
        if label > high:
            label = high
    return label


def soft_label_loss(margin, label):
    total = 0
    for m, y in zip(margin, label):
        positive = torch.log1p(torch.exp(-m.abs())) + torch.clamp(-m, min=0)  # -log sigmoid(m)
        total = total + positive + (1 - y) * m
    return total / len(margin)
