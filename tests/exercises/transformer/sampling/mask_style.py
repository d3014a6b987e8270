import torch


def next_token_probs(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return torch.nn.functional.one_hot(logits.argmax(), len(logits)).to(logits.dtype)
    z = logits / temperature
    if top_k is not None and top_k < len(z):
        z = torch.where(z >= z.topk(top_k).values[-1], z, -torch.inf)
    if top_p is not None:
        p = z.softmax(0)
        order = p.argsort(descending=True)
        reached = p[order].cumsum(0) >= top_p
        last = int(reached.nonzero()[0]) if reached.any() else len(p) - 1
        mask = torch.ones(len(p), dtype=torch.bool)
        mask[order[: last + 1]] = False
        z = z.masked_fill(mask, -torch.inf)
    return z.softmax(0)
