import torch


def grouped_query_attention(x, wq, wk, wv, wo, heads, kv_heads, mask=None):
    b, t, _ = x.shape
    group = heads // kv_heads
    q = torch.einsum("btd,ed->bte", x, wq).view(b, t, kv_heads, group, -1)
    k = torch.einsum("bsd,ed->bse", x, wk).view(b, t, kv_heads, -1)
    v = torch.einsum("bsd,ed->bse", x, wv).view(b, t, kv_heads, -1)
    scores = torch.einsum("btgnk,bsgk->bgnts", q, k) * q.shape[-1] ** -0.5
    if mask is not None:
        scores = scores + torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -torch.inf)
    mixed = torch.einsum("bgnts,bsgk->btgnk", scores.softmax(-1), v)
    return torch.einsum("bte,de->btd", mixed.reshape(b, t, -1), wo)
