"""What people get wrong with attention patterns. Each docstring is the explanation."""

import torch


def _places(length):
    return torch.arange(length)[:, None], torch.arange(length)


def _pattern(kind, length, prefix):
    query, key = _places(length)
    known = {
        "encoder": torch.ones(length, length, dtype=torch.bool),
        "decoder": key <= query,
        "prefix": (key <= query) | (key < prefix),
    }
    if kind not in known:
        raise ValueError(kind)
    return known[kind]


def _padding(lengths, longest):
    return torch.arange(longest) < lengths[:, None, None, None]


def prefix_reads_the_continuation(kind, length, prefix=0):
    """The tokens of the prefix see the continuation too. Then the answer stands in what the model is given, and its training task is empty. The prefix is read by all; it reads only
    itself."""
    query, key = _places(length)
    if kind == "prefix":
        return (key <= query) | (query < prefix)
    return _pattern(kind, length, prefix)


def prefix_one_too_many(kind, length, prefix=0):
    """The prefix is one position too long: you compare with `<=`. Positions count from 0, so the first `prefix` ones are those below `prefix`."""
    return _pattern(kind, length, prefix + 1)


def prefix_is_causal(kind, length, prefix=0):
    """The prefix pattern is the plain causal one. Within the prefix every position may look ahead, up to its end."""
    return _pattern(kind, length, 0)


def continuation_without_prefix(kind, length, prefix=0):
    """The continuation cannot see the prefix, only itself. The prefix is the prompt: everything after it is to be written with it in view."""
    query, key = _places(length)
    if kind == "prefix":
        behind = (key >= prefix) & (key <= query)
        return behind | ((query < prefix) & (key < prefix))
    return _pattern(kind, length, prefix)


def decoder_with_prefix(kind, length, prefix=0):
    """The decoder lets the prefix be read as well. Only the kind "prefix" looks at this number; a decoder is causal throughout."""
    return _pattern("prefix" if kind == "decoder" else kind, length, prefix)


def decoder_blind_to_itself(kind, length, prefix=0):
    """In the decoder a position may not see itself: you compare with `<`. The first row is then empty, and its softmax nan."""
    query, key = _places(length)
    return key < query if kind == "decoder" else _pattern(kind, length, prefix)


def queries_and_keys_exchanged(kind, length, prefix=0):
    """Queries and keys are exchanged: your masks are transposed, so that everybody looks into the future. Rows are queries, columns are keys."""
    return _pattern(kind, length, prefix).T


def any_other_kind_is_causal(kind, length, prefix=0):
    """A kind that does not exist gives the decoder's mask. A typing error then trains another model, and nobody notices; raise ValueError."""
    known = kind in ("encoder", "prefix")
    return _pattern(kind if known else "decoder", length, prefix)


def true_where_padded(lengths, longest):
    """True and False are exchanged: your mask marks the padding. Here True means "may attend", so it marks the real tokens. (`key_padding_mask` in `nn.MultiheadAttention` is the
    opposite.)"""
    return ~_padding(lengths, longest)


def counts_one_too_many(lengths, longest):
    """One padded position counts as real: you compare with `<=`. A sequence of length 3 has the positions 0, 1 and 2."""
    return _padding(lengths + 1, longest)


def hides_queries(lengths, longest):
    """The padding is laid over the queries, in the shape (B, 1, longest, 1). That empties whole rows, and the real tokens still read the padding. Keys are the last dimension."""
    return _padding(lengths, longest).transpose(2, 3)


def cut_to_the_longest_length(lengths, longest):
    """The mask is as wide as the longest sequence of this batch. The batch is padded to `longest`, which may be more."""
    return _padding(lengths, int(lengths.max()))


def one_of_both_is_enough(kind, lengths, longest, prefix=0):
    """Pattern and padding are joined with "or". Then a real token of the future may be read. Both must allow it: "and"."""
    return _pattern(kind, longest, prefix) | _padding(lengths, longest)


def empties_padded_rows(kind, lengths, longest, prefix=0):
    """Padded queries may attend to nothing. A row without a single True makes the softmax nan, and nan spreads; it is enough to hide padded *keys*."""
    real = _padding(lengths, longest)
    return _pattern(kind, longest, prefix) & real & real.mT
