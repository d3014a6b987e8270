import math

import torch


def kl_estimates(logp, ref_logp):
    k1, k2, k3 = [], [], []
    for p, q in zip(logp.tolist(), ref_logp.tolist()):
        k1.append(p - q)
        k2.append(0.5 * (p - q) ** 2)
        k3.append(math.exp(q - p) - 1 - (q - p))
    return tuple(torch.tensor(k, dtype=logp.dtype) for k in (k1, k2, k3))


def shaped_rewards(score, logp, ref_logp, beta, mask):
    out = [0.0] * len(mask)
    last = max(i for i, m in enumerate(mask.tolist()) if m)
    for i, m in enumerate(mask.tolist()):
        if m:
            out[i] = -beta * float(logp[i] - ref_logp[i])
    out[last] += score
    return torch.tensor(out, dtype=logp.dtype)
