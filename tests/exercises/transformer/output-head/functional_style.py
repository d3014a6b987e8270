import torch.nn.functional as F


def tied_logits(h, table):
    return F.linear(h, table)


def next_token_pairs(ids):
    n = ids.size(-1) - 1
    return ids.narrow(-1, 0, n), ids.narrow(-1, 1, n)


def language_model_loss(h, table, ids):
    logits = tied_logits(h, table)[:, :-1]
    return F.cross_entropy(logits.transpose(1, 2), next_token_pairs(ids)[1])
