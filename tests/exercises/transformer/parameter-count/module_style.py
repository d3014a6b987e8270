import torch
from torch import nn


def count_parameters(
    vocabulary,
    width,
    layers,
    hidden,
    heads,
    context,
    tied=True,
    ffn_bias=False,
    attention_bias=False,
    final_norm=False,
    learned_positions=False,
):
    with torch.device("meta"):
        model = nn.ModuleDict({"embedding": nn.Embedding(vocabulary, width)})
        if learned_positions:
            model["positions"] = nn.Embedding(context, width)
        model["blocks"] = nn.ModuleList()
        for _ in range(layers):
            block = nn.ModuleDict(
                {
                    "attention": nn.MultiheadAttention(width, heads, bias=attention_bias),
                    "ffn": nn.Sequential(
                        nn.Linear(width, hidden, ffn_bias),
                        nn.GELU(),
                        nn.Linear(hidden, width, ffn_bias),
                    ),
                    "norms": nn.ModuleList([nn.LayerNorm(width), nn.LayerNorm(width)]),
                }
            )
            model["blocks"].append(block)
        if final_norm:
            model["norm"] = nn.LayerNorm(width)
        model["head"] = nn.Linear(width, vocabulary, bias=False)
        if tied:
            model["head"].weight = model["embedding"].weight
        return sum(p.numel() for p in model.parameters())
