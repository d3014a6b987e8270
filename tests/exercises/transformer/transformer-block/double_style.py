import torch


def layer_norm(x, gain, shift):
    var, mean = torch.var_mean(x, dim=-1, unbiased=False, keepdim=True)
    return (x - mean) * torch.rsqrt(var + 1e-5) * gain + shift


def block(x, weights, heads, mask=None, norm="pre"):
    dtype = x.dtype
    x = x.to(torch.float64)
    w = {name: value.to(torch.float64) for name, value in weights.items()}

    def attend(t):
        b, n, d = t.shape
        parts = [torch.einsum("btd,ed->bte", t, w[a]) for a in ("wq", "wk", "wv")]
        q, k, v = (p.view(b, n, heads, d // heads) for p in parts)
        scores = torch.einsum("bihk,bjhk->bhij", q, k) / (d // heads) ** 0.5
        if mask is not None:
            scores = torch.where(mask, scores, -torch.inf)
        mixed = torch.einsum("bhij,bjhk->bihk", scores.softmax(-1), v).reshape(b, n, d)
        return mixed @ w["wo"].T

    def feed(t):
        h = t @ w["w1"].T + w["b1"]
        return h * torch.special.ndtr(h) @ w["w2"].T + w["b2"]

    for f, n in ((attend, "1"), (feed, "2")):
        gain, shift = w["gain" + n], w["shift" + n]
        if norm == "pre":
            x = x + f(layer_norm(x, gain, shift))
        else:
            x = layer_norm(x + f(x), gain, shift)
    return x.to(dtype)
