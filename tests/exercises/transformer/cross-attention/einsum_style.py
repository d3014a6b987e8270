import torch


def cross_attention(x, source, wq, wk, wv, wo, heads, source_mask=None):
    def project(t, w):
        return torch.einsum("bld,hkd->bhlk", t, w.view(heads, -1, w.shape[1]))

    q, k, v = project(x, wq), project(source, wk), project(source, wv)
    scores = torch.einsum("bhtk,bhsk->bhts", q, k) / q.shape[-1] ** 0.5
    if source_mask is not None:
        hidden = source_mask.logical_not()[:, None, None]
        scores = torch.where(hidden, torch.full_like(scores, -torch.inf), scores)
    weights = (scores - scores.amax(-1, keepdim=True)).exp()
    weights = weights / weights.sum(-1, keepdim=True)
    mixed = torch.einsum("bhts,bhsk->bthk", weights, v)
    return torch.einsum("bthk,ehk->bte", mixed, wo.view(len(wo), heads, -1))
