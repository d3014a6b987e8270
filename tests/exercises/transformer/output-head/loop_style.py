import torch


def tied_logits(h, table):
    columns = []
    for row in table:
        columns.append((h * row).sum(-1))
    return torch.stack(columns, dim=-1)


def next_token_pairs(ids):
    t = ids.shape[-1]
    inputs, targets = ids.new_zeros(*ids.shape[:-1], t - 1), ids.new_zeros(*ids.shape[:-1], t - 1)
    for i in range(t - 1):
        inputs[..., i] = ids[..., i]
        targets[..., i] = ids[..., i + 1]
    return inputs, targets


def language_model_loss(h, table, ids):
    total, count = 0, 0
    for b in range(ids.shape[0]):
        for t in range(ids.shape[1] - 1):
            z = table @ h[b, t]
            z = z - z.max()
            total = total - (z[ids[b, t + 1]] - torch.log(torch.exp(z).sum()))
            count += 1
    return total / count
