import torch


def embed(ids, table):
    for i in ids.flatten().tolist():
        if i < 0 or i >= table.shape[0]:
            raise IndexError(i)
    return torch.nn.functional.embedding(ids, table)


def embedding_gradient(ids, grad, vocabulary):
    out = torch.zeros(vocabulary, grad.shape[-1], dtype=grad.dtype)
    for i, row in zip(ids.flatten().tolist(), grad.reshape(-1, grad.shape[-1])):
        out[i] += row
    return out
