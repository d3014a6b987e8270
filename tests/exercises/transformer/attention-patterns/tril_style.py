import torch


def attention_pattern(kind, length, prefix=0):
    full = torch.ones(length, length).bool()
    if kind == "encoder":
        return full
    if kind not in {"decoder", "prefix"}:
        raise ValueError(kind)
    mask = full.tril()
    if kind == "prefix":
        mask[:, :prefix] = True
    return mask


def padding_mask(lengths, longest):
    ends = torch.nn.functional.one_hot(lengths - 1, longest)
    real = ends.flip(1).cumsum(1).flip(1).bool()
    return real.view(-1, 1, 1, longest)


def attention_mask(kind, lengths, longest, prefix=0):
    pattern = attention_pattern(kind, longest, prefix).expand(len(lengths), 1, -1, -1)
    return torch.logical_and(pattern, padding_mask(lengths, longest))
