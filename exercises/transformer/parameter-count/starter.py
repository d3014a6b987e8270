"""Counting parameters."""


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
    """The number of learned numbers of a decoder-only Transformer."""
    raise NotImplementedError
