import torch
import torch.nn.functional as F


@torch.no_grad()
def generate(prompt, model, heads, new_tokens):
    b, p = prompt.shape
    most, d = model["positions"].shape
    text = torch.zeros(b, p + new_tokens, dtype=torch.int64)
    text[:, :p] = prompt
    for end in range(p, p + new_tokens):
        ids = text[:, max(end - most, 0) : end]
        n = ids.shape[1]
        x = F.embedding(ids, model["table"]) + model["positions"][:n]
        for w in model["blocks"]:
            y = F.layer_norm(x, (d,), w["gain1"], w["shift1"])
            q, k, v = (
                F.linear(y, w[m]).view(b, n, heads, -1).transpose(1, 2) for m in ("wq", "wk", "wv")
            )
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + F.linear(y.transpose(1, 2).reshape(b, n, d), w["wo"])
            y = F.layer_norm(x, (d,), w["gain2"], w["shift2"])
            x = x + F.linear(F.gelu(F.linear(y, w["w1"], w["b1"])), w["w2"], w["b2"])
        last = F.layer_norm(x[:, -1], (d,), model["gain"], model["shift"])
        text[:, end] = F.linear(last, model["table"]).max(dim=-1).indices
    return text
