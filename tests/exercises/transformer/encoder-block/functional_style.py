import torch
import torch.nn.functional as F


def padding_mask(lengths, size):
    positions = torch.arange(size).view(1, 1, 1, -1)
    return lengths.view(-1, 1, 1, 1).gt(positions)


def encoder(x, blocks, heads, lengths):
    b, t, d = x.shape
    mask = padding_mask(lengths, t).expand(b, heads, t, t)
    for w in blocks:
        q, k, v = (
            F.linear(x, w[n]).view(b, t, heads, -1).transpose(1, 2) for n in ("wq", "wk", "wv")
        )
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = F.linear(a.transpose(1, 2).reshape(b, t, d), w["wo"])
        x = F.layer_norm(x + a, (d,), w["gain1"], w["shift1"])
        f = F.linear(F.gelu(F.linear(x, w["w1"], w["b1"])), w["w2"], w["b2"])
        x = F.layer_norm(x + f, (d,), w["gain2"], w["shift2"])
    return torch.where(mask[:, 0, 0, :, None], x, torch.zeros((), dtype=x.dtype))
