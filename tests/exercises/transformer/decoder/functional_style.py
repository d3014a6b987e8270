import torch
import torch.nn.functional as F


def decoder_logits(ids, model, heads):
    b, n = ids.shape
    x = F.embedding(ids, model["table"]) + model["positions"].narrow(0, 0, n)
    d = x.size(-1)
    for w in model["blocks"]:
        y = F.layer_norm(x, (d,), w["gain1"], w["shift1"], eps=1e-5)
        q, k, v = (
            F.linear(y, w[name]).view(b, n, heads, d // heads).transpose(1, 2)
            for name in ("wq", "wk", "wv")
        )
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + F.linear(y.transpose(1, 2).reshape(b, n, d), w["wo"])
        y = F.layer_norm(x, (d,), w["gain2"], w["shift2"], eps=1e-5)
        x = x + F.linear(F.gelu(F.linear(y, w["w1"], w["b1"])), w["w2"], w["b2"])
    return F.linear(F.layer_norm(x, (d,), model["gain"], model["shift"]), model["table"])


def table_gradient(ids, model, heads, grad):
    def run(table):
        return decoder_logits(ids, {**model, "table": table}, heads)

    _, back = torch.func.vjp(run, model["table"])
    return back(grad)[0]
