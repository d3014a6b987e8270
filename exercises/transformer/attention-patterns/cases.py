"""What is true of right `attention_pattern`, `padding_mask` and `attention_mask`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def batch(draw: Draw):
    """lengths (B,) and a longest that may exceed all of them; B is none of the sizes."""
    longest = draw.integer(6, 9)
    lengths = [1, 2, *draw.integers(1, longest, 2).tolist()]
    return torch.tensor([lengths[n] for n in draw.permutation(4)]), longest


@claim("The examples of the task come out.", otherwise="Two tokens of prefix, read by everybody.")
def example(draw: Draw):
    return [
        Call("prefix", 4, prefix=2),
        Call(torch.tensor([1, 3]), 3, entry="padding_mask"),
        Call("decoder", torch.tensor([1]), 3, entry="attention_mask"),
    ]


@claim("In an encoder everybody sees everybody.", otherwise="All True.")
def encoder(draw: Draw):
    return [Call("encoder", draw.integer(2, 9)), Call("encoder", 1)]


@claim("In a decoder nobody sees the future.", otherwise="Key at most query, itself included.")
def decoder(draw: Draw):
    return [Call("decoder", draw.integer(2, 9)), Call("decoder", 1)]


@claim(
    "A prefix is read by everybody, and reads only itself.",
    otherwise="Not in the future, or in the prefix.",
)
def prefix(draw: Draw):
    length = draw.integer(5, 9)
    return [Call("prefix", length, p) for p in draw.distinct(2, 2, length - 2)]


@claim(
    "A prefix of nothing leaves the decoder, one of everything makes the encoder.",
    otherwise="The prefix has exactly `prefix` positions; without the argument it has none.",
)
def limits(draw: Draw):
    length = draw.integer(3, 8)
    return [
        Call("prefix", length),
        *(Call("prefix", length, p) for p in (0, 1, length - 1, length)),
    ]


@claim("Encoder and decoder do not look at the prefix.", otherwise="It belongs to the third kind.")
def prefix_elsewhere(draw: Draw):
    length = draw.integer(4, 8)
    return [Call(kind, length, prefix=draw.integer(2, length)) for kind in ("encoder", "decoder")]


@claim("Another kind is a ValueError.", otherwise="Also in the combined mask.", raises=True)
def other_kinds(draw: Draw):
    lengths, longest = batch(draw)
    name = draw.text(5)
    return [
        Call("encoder-decoder", 3),
        Call(name, 4, 2),
        Call(name, lengths, longest, entry="attention_mask"),
    ]


@claim(
    "The number of allowed pairs is n(n + 1)/2 + p(p - 1)/2.",
    otherwise="The prefix adds the upper triangle of its own square, and nothing else.",
)
def pairs(draw: Draw):
    n = draw.integer(10, 20)
    p = draw.integer(3, n - 3)
    mask = yield Call("prefix", n, p)
    found, right = int(mask.sum()), n * (n + 1) // 2 + p * (p - 1) // 2
    return True if found == right else Broken(f"{found} pairs for n = {n}, p = {p}, not {right}.")


@claim(
    "The padding mask is True for exactly the real keys.",
    otherwise="Position j is real if j is below the length. The shape is (B, 1, 1, longest).",
)
def padding(draw: Draw):
    lengths, longest = batch(draw)
    return [
        Call(lengths, longest, entry="padding_mask"),
        Call(torch.tensor([longest, 1]), longest, entry="padding_mask"),
        Call(torch.tensor([1]), 1, entry="padding_mask"),
    ]


@claim(
    "Together: the pattern allows it and the key is real.",
    otherwise="Both at once, for every sequence of the batch.",
)
def together(draw: Draw):
    lengths, longest = batch(draw)
    ahead = draw.integer(3, longest - 2)
    return [
        Call("encoder", lengths, longest, entry="attention_mask"),
        Call("decoder", lengths, longest, entry="attention_mask"),
        Call("prefix", lengths, longest, ahead, entry="attention_mask"),
        Call("prefix", lengths, longest, prefix=longest, entry="attention_mask"),
        Call("prefix", lengths, longest, entry="attention_mask"),
    ]


@claim(
    "Every query has a key, and no query a padded one.",
    otherwise="The first token is real, and no pattern hides it from anybody.",
)
def rows(draw: Draw):
    lengths, longest = batch(draw)
    mask = yield Call("prefix", lengths, longest, 2, entry="attention_mask")
    if not mask.any(-1).all():
        return Broken("A row has no True; its softmax would be nan.")
    padded = torch.arange(longest) >= lengths[:, None]
    if mask[:, 0].any(1)[padded].any():
        return Broken("Somebody may attend to a padded position.")
    return True
