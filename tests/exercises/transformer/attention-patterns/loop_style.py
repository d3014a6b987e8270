import torch


def attention_pattern(kind, length, prefix=0):
    if kind not in ("encoder", "decoder", "prefix"):
        raise ValueError("unknown kind: " + kind)
    mask = torch.zeros(length, length, dtype=torch.bool)
    for i in range(length):
        for j in range(length):
            if kind == "encoder":
                mask[i, j] = True
            elif j <= i:
                mask[i, j] = True
            elif kind == "prefix" and i < prefix and j < prefix:
                mask[i, j] = True
    return mask


def padding_mask(lengths, longest):
    rows = []
    for n in lengths.tolist():
        rows.append([[[True] * n + [False] * (longest - n)]])
    return torch.tensor(rows)


def attention_mask(kind, lengths, longest, prefix=0):
    pattern = attention_pattern(kind, longest, prefix)
    out = []
    for n in lengths.tolist():
        one = pattern.clone()
        one[:, n:] = False
        out.append(one[None])
    return torch.stack(out)
