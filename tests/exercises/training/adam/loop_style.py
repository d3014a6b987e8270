"""Number by number, as one would do it on paper."""

import torch


def ema_weights(beta, n):
    weights = []
    for k in range(n):
        weights = [beta * w for w in weights] + [1 - beta]
    return torch.tensor(weights, dtype=torch.float64)


def adam_train(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    new, first, second = [], [], []
    histories = [g.flatten().tolist() for g in grads]
    for i, p in enumerate(param.flatten().tolist()):
        m = v = 0.0
        t = 0
        for history in histories:
            t += 1
            g = history[i] + l2 * p
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            mean = m / (1 - beta1**t)
            root = (v / (1 - beta2**t)) ** 0.5
            p -= lr * mean / (root + eps)
        new.append(p)
        first.append(m)
        second.append(v)
    return tuple(
        torch.tensor(numbers, dtype=param.dtype).reshape(param.shape)
        for numbers in (new, first, second)
    )
