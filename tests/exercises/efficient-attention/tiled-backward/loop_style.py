"""One query at a time, with sums written out."""

import torch


def attention_backward(q, k, v, output, logsumexp, grad, block, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    dq, dk, dv = torch.zeros_like(q), torch.zeros_like(k), torch.zeros_like(v)
    for i in range(n):
        seen = i + (m - n) + 1 if causal else m
        qi, gi = q[..., i, :], grad[..., i, :]
        ks, vs = k[..., :seen, :], v[..., :seen, :]
        s = (ks * qi.unsqueeze(-2)).sum(-1) / d**0.5
        p = torch.exp(s - logsumexp[..., i : i + 1])
        dp = (vs * gi.unsqueeze(-2)).sum(-1)
        ds = p * (dp - (p * dp).sum(-1, keepdim=True)) / d**0.5
        dq[..., i, :] = (ds.unsqueeze(-1) * ks).sum(-2)
        dk[..., :seen, :] += ds.unsqueeze(-1) * qi.unsqueeze(-2)
        dv[..., :seen, :] += p.unsqueeze(-1) * gi.unsqueeze(-2)
    return dq, dk, dv
