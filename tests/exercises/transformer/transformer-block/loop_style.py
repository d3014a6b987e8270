import math

import torch


def normalise(v, gain, shift):
    mean = sum(v) / len(v)
    variance = sum((a - mean) ** 2 for a in v) / len(v)
    return (v - mean) / torch.sqrt(variance + 1e-5) * gain + shift


def network(v, w):
    hidden = w["w1"] @ v + w["b1"]
    hidden = hidden / 2 * (1 + torch.erf(hidden / math.sqrt(2)))
    return w["w2"] @ hidden + w["b2"]


def attend(x, w, heads, mask):
    t, d = x.shape
    size = d // heads
    q = [w["wq"] @ v for v in x]
    k = [w["wk"] @ v for v in x]
    v = [w["wv"] @ v for v in x]
    out = []
    for i in range(t):
        parts = []
        for h in range(heads):
            a, b = h * size, (h + 1) * size
            seen = [j for j in range(t) if mask is None or mask[h, i, j]]
            scores = torch.stack([q[i][a:b] @ k[j][a:b] for j in seen]) / math.sqrt(size)
            share = torch.softmax(scores, 0)
            parts.append(sum(share[n] * v[j][a:b] for n, j in enumerate(seen)))
        out.append(w["wo"] @ torch.cat(parts))
    return torch.stack(out)


def block(x, weights, heads, mask=None, norm="pre"):
    b, t, d = x.shape
    if mask is not None:
        mask = mask.expand(b, heads, t, t)
    result = []
    for n in range(b):
        one = x[n]
        allowed = None if mask is None else mask[n]

        def norm_all(rows, number):
            gain, shift = weights["gain" + number], weights["shift" + number]
            return torch.stack([normalise(row, gain, shift) for row in rows])

        def feed_all(rows):
            return torch.stack([network(row, weights) for row in rows])

        if norm == "post":
            one = norm_all(one + attend(one, weights, heads, allowed), "1")
            one = norm_all(one + feed_all(one), "2")
        else:
            one = one + attend(norm_all(one, "1"), weights, heads, allowed)
            one = one + feed_all(norm_all(one, "2"))
        result.append(one)
    return torch.stack(result)
