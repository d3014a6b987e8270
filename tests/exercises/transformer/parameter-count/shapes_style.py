import math


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
    shapes = [(vocabulary, width)]
    if learned_positions:
        shapes.append((context, width))
    for _ in range(layers):
        for _ in range(heads):
            for _ in range(3):
                shapes.append((width // heads, width))
                if attention_bias:
                    shapes.append((width // heads,))
        shapes.append((width, width))
        if attention_bias:
            shapes.append((width,))
        shapes += [(hidden, width), (width, hidden)]
        if ffn_bias:
            shapes += [(hidden,), (width,)]
        shapes += [(width,)] * 4
    if final_norm:
        shapes += [(width,), (width,)]
    if not tied:
        shapes.append((vocabulary, width))
    total = 0
    for shape in shapes:
        total += math.prod(shape)
    return total
