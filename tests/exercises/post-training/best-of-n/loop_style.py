import math
from itertools import combinations  # noqa: F401

import torch


def best_of_n(rewards):
    picks = []
    for row in rewards.tolist():
        best = 0
        for i, value in enumerate(row):
            if value > row[best]:
                best = i
        picks.append(best)
    return torch.tensor(picks)


def weighted_vote(answers, rewards, beta):
    shift = max(rewards)
    winner, most = None, -1.0
    for answer in answers:
        weight = 0.0
        for other, reward in zip(answers, rewards):
            if other == answer:
                weight += math.exp((reward - shift) / beta)
        if weight > most * (1 + 1e-12):
            winner, most = answer, weight
    return winner


def expected_best(rewards, n):
    ordered = sorted(rewards, reverse=True)
    size = len(ordered)
    # chance that the i-th largest is the best: none of the larger ones drawn, and itself drawn
    left, total = 1.0, 0.0
    for i, reward in enumerate(ordered):
        if left <= 0:
            break
        drawn = n / (size - i) if size - i > n else 1.0
        total += left * drawn * reward
        left *= 1 - drawn
    return total


def best_of_n_kl(n):
    return math.log(n) + 1 / n - 1
