"""What is true of a right `count_parameters`."""

from tutor.grading.claims import Broken, Call, Draw, claim

CHOICES = ("ffn_bias", "attention_bias", "final_norm", "learned_positions")


def sizes(draw: Draw) -> list[int]:
    """vocabulary, width, layers, hidden, heads and context, all different."""
    heads = draw.integer(2, 5)
    width = heads * draw.integer(6, 9)
    layers = draw.choice([n for n in (2, 3, 6) if n != heads])
    vocabulary, hidden, context = draw.distinct(3, 60, 120)
    return [vocabulary, width, layers, hidden, heads, context]


@claim("The examples of the task come out.", otherwise="40 + 64 + 64 + 16.")
def example(draw: Draw):
    small, all_on = (10, 4, 1, 8, 2, 16), dict.fromkeys(CHOICES, True)
    return [
        Call(10, 4, 1, 8, heads=2, context=16),
        Call(*small, tied=False),
        Call(50257, 768, 12, 3072, 12, 1024, **all_on),
    ]


@claim(
    "The plain model is right: embedding, blocks, tied head.",
    otherwise="4 width² for attention, 2 · width · hidden for the feed-forward network, 4 width for the norms.",
)
def plain(draw: Draw):
    return [Call(*sizes(draw)), Call(*sizes(draw)), Call(50_000, 512, 6, 2048, 8, 1024)]


@claim("Each choice adds what belongs to it.", otherwise="Count one after the other by hand.")
def single_choices(draw: Draw):
    given = sizes(draw)
    return [Call(*given, **{name: True}) for name in CHOICES] + [Call(*given, tied=False)]


@claim("Choices add up, in every combination.", otherwise="No choice depends on another.")
def combined(draw: Draw):
    found = [Call(*sizes(draw), *(bool(n) for n in draw.integers(0, 2, 5))) for _ in range(8)]
    return [*found, Call(50_000, 512, 6, 2048, 8, 1024, ffn_bias=True, final_norm=True)]


@claim("Without blocks only what stands around them is left.", otherwise="layers may be 0.")
def no_blocks(draw: Draw):
    vocabulary, width, _, *rest = sizes(draw)
    return [
        Call(vocabulary, width, 0, *rest),
        Call(vocabulary, width, 0, *rest, False, True, True, True, True),
    ]


@claim(
    "The number of heads changes nothing.",
    otherwise="More heads are narrower ones; the projections stay (width, width).",
)
def any_heads(draw: Draw):
    vocabulary, _, layers, hidden, _, context = sizes(draw)
    first = yield Call(vocabulary, 24, layers, hidden, 2, context, attention_bias=True)
    for heads in (1, 3, 8, 24):
        other = yield Call(vocabulary, 24, layers, hidden, heads, context, attention_bias=True)
        if other != first:
            return Broken(f"{first} parameters with 2 heads, {other} with {heads}.")
    return True


@claim(
    "Every layer adds the same number.",
    otherwise="Blocks are alike, and nothing else depends on their number.",
)
def per_layer(draw: Draw):
    vocabulary, width, _, *rest = sizes(draw)
    counts = []
    for layers in (1, 2, 5):
        counts.append((yield Call(vocabulary, width, layers, *rest, final_norm=True)))
    if counts[2] - counts[1] != 3 * (counts[1] - counts[0]):
        return Broken(f"1, 2 and 5 layers have {counts[0]}, {counts[1]} and {counts[2]}.")
    return True
