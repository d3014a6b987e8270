import torch


def layer_norm(x, gain, shift, eps=1e-5):
    d = x.shape[-1]
    flat = x.reshape(-1, d)
    rows = []
    for row in flat:
        m = row.sum() / d
        v = ((row - m) ** 2).sum() / d
        rows.append((row - m) / torch.sqrt(v + eps) * gain + shift)
    return torch.stack(rows).reshape(x.shape)
