"""Parameters of a decoder-only Transformer. Source: Vaswani et al., arXiv:1706.03762 sec. 3; GPT-2's `model.py`."""


def count_parameters(
    vocabulary: int,
    width: int,
    layers: int,
    hidden: int,
    heads: int,
    context: int,
    tied: bool = True,
    ffn_bias: bool = False,
    attention_bias: bool = False,
    final_norm: bool = False,
    learned_positions: bool = False,
) -> int:
    norm = 2 * width  # gain and shift
    block = 4 * width * width + 2 * width * hidden + 2 * norm  # however many heads
    if attention_bias:
        block += 4 * width
    if ffn_bias:
        block += hidden + width

    total = vocabulary * width + layers * block
    if learned_positions:
        total += context * width
    if final_norm:
        total += norm
    if not tied:
        total += vocabulary * width
    return total
