"""Key tiles inside query tiles, with an online softmax."""

import torch


def sliding_window_attention(q, k, v, window, block):
    n, d = q.shape[-2:]
    rows = []
    for a in range(0, n, block):
        qs = q[..., a : a + block, :] / d**0.5
        i = torch.arange(a, a + qs.shape[-2]).unsqueeze(1)
        m = torch.full_like(qs[..., :1], -torch.inf)
        l = torch.zeros_like(m)
        o = torch.zeros_like(v[..., a : a + block, :])
        for b in range(a + qs.shape[-2] - 1, max(a - window, -1), -block):
            lo = max(b - block + 1, 0)
            j = torch.arange(lo, b + 1)
            s = qs @ k[..., lo : b + 1, :].mT
            s = s.where((j <= i) & (j > i - window), -torch.inf)
            new = torch.maximum(m, s.amax(-1, keepdim=True))
            base = new.clamp(min=-1e30)
            f, w = (m - base).exp(), (s - base).exp()
            l, o, m = l * f + w.sum(-1, keepdim=True), o * f + w @ v[..., lo : b + 1, :], new
        rows.append(o / l)
    return torch.cat(rows, -2)
