import torch


def cross_attention(x, source, wq, wk, wv, wo, heads, source_mask=None):
    q, k, v = x @ wq.T, source @ wk.T, source @ wv.T
    width = q.shape[-1] // heads
    rows = []
    for b in range(len(x)):
        parts = []
        for h in range(heads):
            here = slice(h * width, (h + 1) * width)
            scores = q[b][:, here] @ k[b][:, here].T / width**0.5
            if source_mask is not None:
                scores = scores[:, source_mask[b]]
            weights = torch.softmax(scores, dim=1)
            picked = v[b][:, here] if source_mask is None else v[b][source_mask[b]][:, here]
            parts.append(weights @ picked)
        rows.append(torch.cat(parts, dim=1) @ wo.T)
    return torch.stack(rows)
