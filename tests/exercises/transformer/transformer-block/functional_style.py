import torch.nn.functional as F


def block(x, weights, heads, mask=None, norm="pre"):
    d = x.size(-1)
    pre = norm == "pre"

    def normed(t, n):
        return F.layer_norm(t, (d,), weights[f"gain{n}"], weights[f"shift{n}"], 1e-5)

    y = normed(x, 1) if pre else x
    q, k, v = (
        F.linear(y, weights[w]).view(*y.shape[:2], heads, d // heads).transpose(1, 2)
        for w in ("wq", "wk", "wv")
    )
    y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    y = x + F.linear(y.transpose(1, 2).reshape(x.shape), weights["wo"])
    y = y if pre else normed(y, 1)
    z = F.gelu(F.linear(normed(y, 2) if pre else y, weights["w1"], weights["b1"]))
    z = y + F.linear(z, weights["w2"], weights["b2"])
    return z if pre else normed(z, 2)
