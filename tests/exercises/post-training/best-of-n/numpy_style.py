import numpy as np
import torch


def best_of_n(rewards):
    return torch.from_numpy(np.argmax(rewards.numpy(), axis=-1))


def weighted_vote(answers, rewards, beta):
    logits = np.asarray(rewards, dtype=float) / beta
    weights = np.exp(logits - logits.max())
    names = list(dict.fromkeys(answers))
    sums = [weights[[a == name for a in answers]].sum() for name in names]
    return names[int(np.argmax(np.round(sums, 12)))]


def expected_best(rewards, n):
    values = np.sort(np.asarray(rewards, dtype=float))
    size = len(values)
    chance = np.zeros(size)
    chance[-1] = n / size
    for k in range(size - 1, 0, -1):
        # C(k-1, n-1) / C(k, n-1) = (k - n + 1) / k
        chance[k - 1] = chance[k] * max(0, k - n + 1) / k
    return float(chance @ values)


def best_of_n_kl(n):
    return float(np.log(n) - 1 + 1 / n)
