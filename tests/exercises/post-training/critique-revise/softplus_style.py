import torch
import torch.nn.functional as F

TEMPLATE = "Human: {}\nAssistant: {}\nCritique: {}"


def critique_prompts(prompt, answer, principles, revisions):
    before = ([answer] + revisions)[: len(principles)]
    return [TEMPLATE.format(prompt, a, p) for a, p in zip(before, principles, strict=True)]


def training_pairs(prompt, answer, revisions):
    return list(zip([prompt] * len(revisions), revisions))


def preference_label(forward, swapped, clamp=None):
    table = torch.tensor([forward, swapped], dtype=torch.float64).softmax(dim=1)
    label = (table[0, 0] + table[1, 1]) / 2
    return float(label if clamp is None else label.clamp(*clamp))


def soft_label_loss(margin, label):
    return (F.softplus(margin) - label * margin).mean()
