import torch


def cached_attention(x, wq, wk, wv, cache=None):
    q, k, v = (torch.einsum("bsd,hd->bsh", x, w) for w in (wq, wk, wv))
    old_k, old_v = cache if cache is not None else (k[:, :0], v[:, :0])
    k, v = torch.cat([old_k, k], dim=1), torch.cat([old_v, v], dim=1)
    bias = torch.full((q.size(1), k.size(1)), -torch.inf, dtype=x.dtype).triu(1 + old_k.size(1))
    weights = torch.softmax(torch.einsum("bsh,bth->bst", q, k) * q.size(-1) ** -0.5 + bias, dim=-1)
    return torch.einsum("bst,bte->bse", weights, v), (k, v)
