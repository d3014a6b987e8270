import torch


def sliding_window_attention(q, k, v, window, block):
    n, d = q.shape[-2], q.shape[-1]
    out = []
    for i in range(n):
        lo = max(0, i - window + 1)
        keys = k[..., lo : i + 1, :]
        scores = (q[..., i : i + 1, :] @ keys.transpose(-2, -1)) / d**0.5
        out.append(torch.softmax(scores, -1) @ v[..., lo : i + 1, :])
    return torch.cat(out, -2)
