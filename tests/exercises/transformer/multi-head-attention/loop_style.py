import torch


def multi_head_attention(x, wq, wk, wv, wo, heads, mask=None):
    b, t, d = x.shape
    width = d // heads
    q, k, v = x @ wq.T, x @ wk.T, x @ wv.T
    full = None if mask is None else mask.expand(b, heads, t, t)
    parts = []
    for h in range(heads):
        part = slice(h * width, (h + 1) * width)
        scores = q[..., part] @ k[..., part].transpose(1, 2) / width**0.5
        if full is not None:
            scores = torch.where(full[:, h], scores, torch.tensor(-torch.inf, dtype=x.dtype))
        parts.append(torch.softmax(scores, 2) @ v[..., part])
    return torch.cat(parts, dim=-1) @ wo.T
