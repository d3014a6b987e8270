"""Tiles in both directions, accumulators written in place, q scaled beforehand."""

import torch


def attention_backward(q, k, v, output, logsumexp, grad, block, causal=False):
    n, m = q.shape[-2], k.shape[-2]
    root = q.shape[-1] ** 0.5
    scaled = q / root
    big = torch.einsum("...ne,...ne->...n", grad, output).unsqueeze(-1)
    dq, dk, dv = (torch.zeros_like(t) for t in (q, k, v))
    rows = torch.arange(n).unsqueeze(1) + m - n
    columns = torch.arange(m).unsqueeze(0)
    for a in range(0, n, 128):
        r = slice(a, a + 128)
        for b in range(0, m, block):
            c = slice(b, b + block)
            p = torch.exp(
                scaled[..., r, :] @ k[..., c, :].transpose(-1, -2) - logsumexp[..., r, None]
            )
            if causal:
                p = torch.where(columns[:, c] <= rows[r], p, 0.0)
            dv[..., c, :] += torch.einsum("...nm,...ne->...me", p, grad[..., r, :])
            ds = p * (
                torch.einsum("...ne,...me->...nm", grad[..., r, :], v[..., c, :]) - big[..., r, :]
            )
            dk[..., c, :] += torch.einsum("...nm,...nd->...md", ds, scaled[..., r, :])
            dq[..., r, :] += torch.einsum("...nm,...md->...nd", ds, k[..., c, :]) / root
    return dq, dk, dv
