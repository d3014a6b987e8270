import torch


def padding_mask(lengths, size):
    return (torch.ones(len(lengths), size).cumsum(1) <= lengths.unsqueeze(1))[:, None, None, :]


def norm(x, gain, shift):
    var, mean = torch.var_mean(x, -1, correction=0, keepdim=True)
    return torch.addcmul(shift, (x - mean) * (var + 1e-5) ** -0.5, gain)


def encoder(x, blocks, heads, lengths):
    b, t, d = x.shape
    real = padding_mask(lengths, t)[:, 0, 0].to(x.dtype)
    bias = torch.zeros(b, 1, 1, t, dtype=x.dtype)
    bias[real[:, None, None] == 0] = torch.finfo(x.dtype).min
    for w in blocks:
        parts = [torch.einsum("btd,ed->bte", x, w[n]) for n in ("wq", "wk", "wv")]
        q, k, v = (p.reshape(b, t, heads, d // heads) for p in parts)
        scores = torch.einsum("bihk,bjhk->bhij", q, k) / (d // heads) ** 0.5 + bias
        mixed = torch.einsum("bhij,bjhk->bihk", torch.softmax(scores, -1), v).reshape(b, t, d)
        x = norm(x + mixed @ w["wo"].T, w["gain1"], w["shift1"])
        a = x @ w["w1"].T + w["b1"]
        a = a * torch.special.ndtr(a.float() if a.dtype == torch.bfloat16 else a).to(a.dtype)
        x = norm(x + (a @ w["w2"].T + w["b2"]), w["gain2"], w["shift2"])
    return x * real.unsqueeze(-1)
