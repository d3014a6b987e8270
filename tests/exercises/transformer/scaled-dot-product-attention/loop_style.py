"""A right way with one query at a time, choosing the allowed keys instead of masking."""

import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    lead, n, m = q.shape[:-2], q.shape[-2], k.shape[-2]
    allowed = torch.ones(*lead, n, m, dtype=torch.bool)
    if mask is not None:
        allowed = allowed & mask
    flat_q, flat_k, flat_v = (x.reshape(-1, *x.shape[-2:]) for x in (q, k, v))
    flat_allowed = allowed.reshape(-1, n, m)
    out = []
    for b in range(flat_q.shape[0]):
        for i in range(n):
            keys = flat_k[b][flat_allowed[b, i]]
            values = flat_v[b][flat_allowed[b, i]]
            weights = torch.softmax(keys @ flat_q[b, i] / q.shape[-1] ** 0.5, dim=0)
            out.append(weights @ values)
    return torch.stack(out).reshape(*lead, n, v.shape[-1])
