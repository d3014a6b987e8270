import torch


def mlp(x, w1, b1, w2, b2):
    pre = torch.einsum("...i,hi->...h", x, w1) + b1
    hidden = torch.where(pre > 0, pre, torch.zeros_like(pre))
    return torch.einsum("...h,oh->...o", hidden, w2) + b2
