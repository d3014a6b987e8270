import math

import torch


def padding_mask(lengths, size):
    rows = []
    for n in lengths.tolist():
        rows.append([[[j < n for j in range(size)]]])
    return torch.tensor(rows)


def normalise(x, gain, shift):
    mean = x.sum(-1, keepdim=True) / x.shape[-1]
    var = ((x - mean) ** 2).sum(-1, keepdim=True) / x.shape[-1]
    return (x - mean) / (var + 1e-5).sqrt() * gain + shift


def one_sentence(x, blocks, heads):
    size = x.shape[1] // heads
    for w in blocks:
        q, k, v = x @ w["wq"].T, x @ w["wk"].T, x @ w["wv"].T
        parts = []
        for h in range(heads):
            cut = slice(h * size, (h + 1) * size)
            scores = q[:, cut] @ k[:, cut].T / math.sqrt(size)
            parts.append(torch.softmax(scores, dim=1) @ v[:, cut])
        x = normalise(x + torch.cat(parts, dim=1) @ w["wo"].T, w["gain1"], w["shift1"])
        a = x @ w["w1"].T + w["b1"]
        a = a * 0.5 * (1 + torch.erf(a / math.sqrt(2)))
        x = normalise(x + a @ w["w2"].T + w["b2"], w["gain2"], w["shift2"])
    return x


def encoder(x, blocks, heads, lengths):
    out = torch.zeros_like(x)
    for n in range(len(x)):
        real = int(lengths[n])
        out[n, :real] = one_sentence(x[n, :real], blocks, heads)
    return out
