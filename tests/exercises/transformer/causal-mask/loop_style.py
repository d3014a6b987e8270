import torch


def causal_mask(queries, keys):
    mask = torch.zeros(queries, keys, dtype=torch.bool)
    for i in range(queries):
        mask[i, : keys - queries + i + 1] = True
    return mask
