import torch


def gelu(x):
    wide = x.double()
    return (wide * 0.5 * torch.erfc(-wide * 0.5**0.5)).to(x.dtype)


def feed_forward(x, w1, b1, w2, b2):
    first = torch.einsum("...d,fd->...f", x.double(), w1.double()) + b1
    second = torch.einsum("...f,df->...d", gelu(first), w2.double()) + b2
    return second.type_as(x)
