import torch


def tiled_attention(q, k, v, block, causal=False):
    n, m = q.shape[-2], k.shape[-2]
    scale = q.shape[-1] ** -0.5
    last = torch.arange(n).add(m - n).unsqueeze(-1)

    def scores_of(s):
        part = torch.einsum("...nd,...md->...nm", q, k[..., s : s + block, :]) * scale
        if causal:
            part = torch.where(torch.arange(s, min(s + block, m)) <= last, part, -torch.inf)
        return part

    starts = range(0, m, block)
    lse = None
    for s in starts:
        part = torch.logsumexp(scores_of(s), -1, keepdim=True)
        lse = part if lse is None else torch.logaddexp(lse, part)
    return sum(torch.exp(scores_of(s) - lse) @ v[..., s : s + block, :] for s in starts)
