import torch


def tied_logits(h, table):
    return torch.einsum("...d,vd->...v", h.double(), table.double()).to(h.dtype)


def next_token_pairs(ids):
    first, second = list(range(ids.shape[-1]))[:-1], list(range(ids.shape[-1]))[1:]
    return ids[..., first], ids[..., second]


def language_model_loss(h, table, ids):
    logp = torch.log_softmax(h.double() @ table.double().T, dim=-1)[:, :-1]
    right = torch.nn.functional.one_hot(ids[:, 1:], table.shape[0])
    return (-(logp * right).sum() / right.sum()).to(h.dtype)
