import math

import torch


def normalise(v, gain, shift):
    mean = v.sum() / len(v)
    variance = ((v - mean) ** 2).sum() / len(v)
    return (v - mean) / torch.sqrt(variance + 1e-5) * gain + shift


def feed_forward(v, w):
    a = w["w1"] @ v + w["b1"]
    a = 0.5 * a * (1 + torch.erf(a / math.sqrt(2)))
    return w["w2"] @ a + w["b2"]


def attend(rows, w, heads):
    size = len(rows[0]) // heads
    queries = [w["wq"] @ v for v in rows]
    keys = [w["wk"] @ v for v in rows]
    values = [w["wv"] @ v for v in rows]
    out = []
    for i in range(len(rows)):
        parts = []
        for h in range(heads):
            a, b = h * size, (h + 1) * size
            scores = [(queries[i][a:b] * keys[j][a:b]).sum() for j in range(i + 1)]
            weights = torch.softmax(torch.stack(scores) / size**0.5, dim=0)
            parts.append(sum(weights[j] * values[j][a:b] for j in range(i + 1)))
        out.append(w["wo"] @ torch.cat(parts))
    return out


def decoder_logits(ids, model, heads):
    result = []
    for sequence in ids:
        stream = []
        for place, token in enumerate(sequence):
            stream.append(model["table"][token] + model["positions"][place])
        for w in model["blocks"]:
            changes = attend([normalise(v, w["gain1"], w["shift1"]) for v in stream], w, heads)
            stream = [v + c for v, c in zip(stream, changes)]
            stream = [v + feed_forward(normalise(v, w["gain2"], w["shift2"]), w) for v in stream]
        stream = [normalise(v, model["gain"], model["shift"]) for v in stream]
        result.append(torch.stack([model["table"] @ v for v in stream]))
    return torch.stack(result)


def table_gradient(ids, model, heads, grad):
    table = model["table"].detach().clone()
    table.requires_grad = True
    copy = dict(model)
    copy["table"] = table
    (decoder_logits(ids, copy, heads) * grad).sum().backward()
    return table.grad
