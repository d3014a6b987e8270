import torch


def softmax_stats(blocks):
    m, l = -float("inf"), 0.0
    for block in blocks:
        for x in block.double().tolist():
            if x == -float("inf"):
                continue
            if x > m:
                l = l * float(torch.tensor(m - x, dtype=torch.double).exp()) + 1.0
                m = x
            else:
                l += float(torch.tensor(x - m, dtype=torch.double).exp())
    return torch.tensor(m, dtype=blocks[0].dtype), torch.tensor(l, dtype=blocks[0].dtype)
