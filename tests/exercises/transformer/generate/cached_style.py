"""Keys and values are kept as long as the text fits; beyond that everything is read anew."""

import torch


def norm(x, gain, shift):
    var, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    return (x - mean) * torch.rsqrt(var + 1e-5) * gain + shift


def read(ids, start, model, heads, cache):
    n = ids.shape[1]
    x = model["table"][ids] + model["positions"][start : start + n]
    for w, old in zip(model["blocks"], cache):
        y = norm(x, w["gain1"], w["shift1"])
        q, k, v = ((y @ w[m].T).unflatten(-1, (heads, -1)) for m in ("wq", "wk", "wv"))
        old["k"] = torch.cat([old["k"], k], 1) if start else k
        old["v"] = torch.cat([old["v"], v], 1) if start else v
        scores = torch.einsum("bihk,bjhk->bhij", q, old["k"]) / q.shape[-1] ** 0.5
        seen = torch.arange(start + n) <= torch.arange(start, start + n)[:, None]
        scores = torch.where(seen, scores, -torch.inf)
        y = torch.einsum("bhij,bjhk->bihk", scores.softmax(-1), old["v"]).flatten(2)
        x = x + y @ w["wo"].T
        y = norm(x, w["gain2"], w["shift2"]) @ w["w1"].T + w["b1"]
        x = x + (y * torch.special.ndtr(y)) @ w["w2"].T + w["b2"]
    return norm(x[:, -1], model["gain"], model["shift"]) @ model["table"].T


def generate(prompt, model, heads, new_tokens):
    most = len(model["positions"])
    cache = [{} for _ in model["blocks"]]
    text, known = prompt.clone(), 0
    for _ in range(new_tokens):
        size = text.shape[1]
        if size > most:
            logits = read(text[:, -most:], 0, model, heads, cache)
        else:
            logits = read(text[:, known:], known, model, heads, cache)
            known = size
        text = torch.cat([text, logits.argmax(-1, keepdim=True)], 1)
    return text
