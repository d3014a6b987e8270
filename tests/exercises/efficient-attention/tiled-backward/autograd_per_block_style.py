"""Autograd on one block of queries at a time: each block's graph is small and thrown away."""

import torch


def attention_backward(q, k, v, output, logsumexp, grad, block, causal=False):
    n, m = q.shape[-2], k.shape[-2]
    dq, dk, dv = [], torch.zeros_like(k), torch.zeros_like(v)
    for a in range(0, n, 64):
        with torch.enable_grad():
            part = [t.detach().clone().requires_grad_() for t in (q[..., a : a + 64, :], k, v)]
            scores = part[0] @ part[1].mT / q.shape[-1] ** 0.5
            if causal:
                where = torch.arange(a, min(a + 64, n))[:, None] + m - n
                scores = scores.masked_fill(torch.arange(m) > where, -torch.inf)
            out = torch.softmax(scores, -1) @ part[2]
            got = torch.autograd.grad(out, part, grad[..., a : a + 64, :])
        dq.append(got[0])
        dk, dv = dk + got[1], dv + got[2]
    return torch.cat(dq, -2), dk, dv
