"""What is true of right `tile_schedule` and `flash_traffic`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def sizes(draw: Draw) -> tuple[int, int, int, int]:
    """Fewer queries than keys, and two block sizes that divide neither."""
    keys = draw.integer(14, 30)
    return draw.integer(7, keys - 1), keys, *draw.distinct(2, 2, 6)


def head(draw: Draw) -> tuple[int, int, int]:
    """Length, width and memory with several blocks, the last of them short."""
    width, rows = draw.integer(3, 40), draw.integer(5, 60)
    length = rows * draw.integer(3, 9) + draw.integer(1, rows - 1)
    return length, width, 4 * width * rows - draw.integer(1, 4 * width - 1)


@claim("The examples of the task come out.", otherwise="Query row 0 stands at position 2.")
def example(draw: Draw):
    return [
        Call(4, 6, 2, 2),
        Call(1024, 64, 51200, entry="flash_traffic"),
        Call(1024, 64, 51200, causal=True, entry="flash_traffic"),
    ]


@claim("Square blocks on a square give n(n + 1)/2 tiles.", otherwise="The diagonal is masked.")
def square(draw: Draw):
    block = draw.integer(2, 9)
    return [Call(256, 256, 64, 64), Call(block * 5, block * 5, block, block)]


@claim(
    "Blocks of different sizes and ragged ends come out right.",
    otherwise="Compare positions of keys and queries, not numbers of blocks.",
)
def uneven(draw: Draw):
    n = draw.integer(11, 25)
    return [
        *(Call(*sizes(draw)) for _ in range(4)),
        Call(n, n, 3, 5),
        Call(n, n, 5, 2),
        Call(n, n, 1, 1),
        Call(n, n + 4, 100, 3),
        Call(n, n + 4, 4, 100),
    ]


@claim(
    "A single query, as in decoding with a cache, needs no mask.",
    otherwise="The last block of keys ends where the keys end.",
)
def decoding(draw: Draw):
    keys = draw.integer(9, 20)
    return [Call(1, keys, 1, 4), Call(1, keys, 8, 5), Call(1, 1, 1, 1), Call(1, keys, 1, 50)]


@claim("The tiles are what the mask itself says.", otherwise="Draw the mask and lay tiles over it.")
def like_the_mask(draw: Draw):
    for _ in range(3):
        queries, keys, query_block, key_block = sizes(draw)
        found = yield Call(queries, keys, query_block, key_block)
        allowed: dict[tuple[int, int], list[bool]] = {}
        for r in range(queries):
            for c in range(keys):
                tile = r // query_block, c // key_block
                allowed.setdefault(tile, []).append(c <= r + keys - queries)
        right = [
            (*tile, "full" if all(seen) else "masked")
            for tile, seen in sorted(allowed.items())
            if any(seen)
        ]
        if found != right:
            return Broken(f"{len(found)} tiles are listed; by the mask there are {len(right)}.")
    return True


@claim(
    "The traffic counts Q and O once, K and V once for each block of queries.",
    otherwise="How many blocks of queries are there, the short one included?",
)
def traffic(draw: Draw):
    return [Call(*head(draw), entry="flash_traffic") for _ in range(3)] + [
        Call(*head(draw), False, entry="flash_traffic"),
        Call(draw.integer(20, 90), draw.integer(5, 9), draw.integer(1, 4), entry="flash_traffic"),
    ]


@claim(
    "With causal each block of queries goes through the keys up to its own end.",
    otherwise="Block i sees (i + 1) blocks of keys, and never more than there are.",
)
def causal_traffic(draw: Draw):
    return [
        Call(*head(draw), True, entry="flash_traffic"),
        Call(*head(draw), causal=True, entry="flash_traffic"),
        Call(draw.integer(20, 90), 7, 1, causal=True, entry="flash_traffic"),
        Call(30, 7, 4 * 7 * 30 - 27, True, entry="flash_traffic"),
    ]


@claim(
    "More memory never means more traffic, and 4 · length · width is the least.",
    otherwise="When a whole head fits, everything is moved once.",
)
def floor(draw: Draw):
    length, width = draw.integer(300, 2000), draw.choice((16, 32, 64, 128))
    least, before = 4 * length * width, None
    for memory in (1000, 10_000, 51_200, 10**5, least, 10 * least):
        now = yield Call(length, width, memory, entry="flash_traffic")
        if now < least or (before is not None and now > before):
            return Broken(f"With {memory} numbers of memory {now} are moved; {least} is the least.")
        before = now
    return True if now == least else Broken(f"All fits, and {now} are moved, not {least}.")
