"""What people get wrong when they count parameters. Each docstring is the explanation."""


def _count(
    vocabulary, width, layers, hidden, heads, context, tied=True, ffn_bias=False, attention_bias=False,
    final_norm=False, learned_positions=False, *, attention=None, ffn=None, norms=None, norm=None, bias=None,
):  # fmt: skip
    """Count with one part replaced."""
    norm = 2 * width if norm is None else norm
    block = 4 * width * width if attention is None else attention
    block += 2 * width * hidden if ffn is None else ffn
    block += 2 * norm if norms is None else norms
    block += attention_bias * 4 * width
    block += ffn_bias * (hidden + width if bias is None else bias)
    outside = vocabulary * width * (1 if tied else 2) + learned_positions * context * width
    return outside + final_norm * norm + layers * block


def one_norm_per_block(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """Each block counts one layer norm. It has two sub-layers, and each of them a norm of its own."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, norms=2 * width)


def gain_without_shift(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """A layer norm counts one vector. It has two, gain and shift. (RMSNorm has the gain only.)"""
    return _count(vocabulary, width, layers, hidden, heads, context, *choices, **named, norm=width)


def multiplies_by_the_heads(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """The projections are multiplied by the number of heads. The heads share the width among them, so that all together have one (width, width) matrix for queries, keys and values
    each."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, attention=4 * width * width * heads)


def counts_one_head(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """Queries, keys and values are counted for a single head, (width, width / heads). There are `heads` of them, and together they fill the width."""
    sizes = vocabulary, width, layers, hidden, heads, context
    attention = 3 * width * (width // heads) + width * width
    return _count(*sizes, *choices, **named, attention=attention)


def counts_the_sinusoids(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """The position table is always counted. Sinusoids are computed from a formula and never change, so they are no parameters; only a learned table is."""
    sizes = vocabulary, width, layers, hidden, heads, context
    learned = choices[4] if len(choices) > 4 else named.get("learned_positions", False)
    return _count(*sizes, *choices, **named) + (0 if learned else context * width)


def counts_the_tied_head(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """The head is counted although it is tied. It *is* the embedding matrix then, and a shared matrix counts once."""
    sizes = vocabulary, width, layers, hidden, heads, context
    tied = choices[0] if choices else named.get("tied", True)
    return _count(*sizes, *choices, **named) + (vocabulary * width if tied else 0)


def never_counts_the_head(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """The head is left out although it is not tied. It then has a matrix of its own, as large as the embedding."""
    sizes = vocabulary, width, layers, hidden, heads, context
    tied = choices[0] if choices else named.get("tied", True)
    return _count(*sizes, *choices, **named) - (0 if tied else vocabulary * width)


def forgets_the_output_projection(
    vocabulary, width, layers, hidden, heads, context, *choices, **named
):
    """Attention has three matrices with you. The output projection, which mixes the heads, is the fourth."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, attention=3 * width * width)


def one_matrix_in_the_ffn(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """The feed-forward network has one matrix with you. It goes to `hidden` and back: two of equal size."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, ffn=width * hidden)


def ffn_is_four_times_as_wide(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """You take the feed-forward network to be four times as wide as the model. That is a habit and no law; its width is `hidden`."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, ffn=8 * width * width)


def one_ffn_bias(vocabulary, width, layers, hidden, heads, context, *choices, **named):
    """Only the first layer of the feed-forward network has a bias with you. The second one has `width` outputs, and a bias for each."""
    sizes = vocabulary, width, layers, hidden, heads, context
    return _count(*sizes, *choices, **named, bias=hidden)


def layers_share_their_weights(
    vocabulary, width, layers, hidden, heads, context, *choices, **named
):
    """One block is counted for all layers. Every layer has weights of its own: multiply by `layers`."""
    return _count(vocabulary, width, min(layers, 1), hidden, heads, context, *choices, **named)
