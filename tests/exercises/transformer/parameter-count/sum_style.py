def count_parameters(
    v,
    d,
    n,
    f,
    heads,
    context,
    tied=True,
    ffn_bias=False,
    attention_bias=False,
    final_norm=False,
    learned_positions=False,
):
    attention = d * (d + attention_bias) * 4
    ffn = f * (d + ffn_bias) + d * (f + ffn_bias)
    norm = d + d
    return (
        v * d * (2 - tied)
        + (context * d if learned_positions else 0)
        + sum(attention + ffn + 2 * norm for _ in range(n))
        + final_norm * norm
    )
