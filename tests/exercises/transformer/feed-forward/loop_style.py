import math

import torch


def gelu(x):
    return x * (1 + torch.erf(x / math.sqrt(2))) / 2


def feed_forward(x, w1, b1, w2, b2):
    rows = x.reshape(-1, x.shape[-1])
    out = torch.zeros_like(rows)
    for n in range(len(rows)):
        hidden = []
        for j in range(len(w1)):
            hidden.append(gelu((w1[j] * rows[n]).sum() + b1[j]))
        for i in range(len(w2)):
            total = b2[i]
            for j in range(len(hidden)):
                total = total + w2[i, j] * hidden[j]
            out[n, i] = total
    return out.reshape(x.shape)
