import torch


def multi_head_attention(x, wq, wk, wv, wo, heads, mask=None):
    d = x.shape[-1]
    w = [m.view(heads, d // heads, d) for m in (wq, wk, wv)]
    q, k, v = (torch.einsum("btd,hkd->bhtk", x, m) for m in w)
    scores = torch.einsum("bhik,bhjk->bhij", q, k) * (d // heads) ** -0.5
    if mask is not None:
        scores = scores + torch.zeros_like(scores).masked_fill(~mask, -torch.inf)
    out = torch.einsum("bhij,bhjk->bhik", scores.softmax(-1), v)
    return torch.einsum("bhik,ohk->bio", out, wo.view(d, heads, d // heads))
