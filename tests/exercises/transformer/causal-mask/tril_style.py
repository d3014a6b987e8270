import torch


def causal_mask(queries, keys):
    return torch.tril(torch.ones(queries, keys, dtype=torch.bool), diagonal=keys - queries)
