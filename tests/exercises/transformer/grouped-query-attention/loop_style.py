import torch


def grouped_query_attention(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    k = wq.shape[0] // heads
    q, keys, values = x @ wq.T, x @ wk.T, x @ wv.T
    outs = []
    for h in range(heads):
        g = h // (heads // kv_heads)
        a = q[:, :, h * k : (h + 1) * k]
        b = keys[:, :, g * k : (g + 1) * k]
        c = values[:, :, g * k : (g + 1) * k]
        scores = a @ b.transpose(1, 2) / k**0.5
        if mask is not None:
            scores = torch.where(mask, scores, torch.tensor(float("-inf"), dtype=x.dtype))
        outs.append(torch.softmax(scores, dim=-1) @ c)
    return torch.cat(outs, dim=-1) @ wo.T
