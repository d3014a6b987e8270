"""What people get wrong about tiles. Each docstring is the explanation."""


def _tiles(
    queries, keys, query_block, key_block, *, offset=None, skip=True, clip=True, first=False
):
    offset = keys - queries if offset is None else offset
    tiles = []
    for row in range(0, queries, query_block):
        low = row + offset
        high = min(row + query_block, queries) - 1 + offset
        for key in range(0, keys, key_block):
            last = (min(key + key_block, keys) if clip else key + key_block) - 1
            if skip and key > (low if first else high):
                continue
            kind = "full" if last <= low else "masked"
            tiles.append((row // query_block, key // key_block, kind))
    return tiles


def compares_block_numbers(queries, keys, query_block, key_block):
    """You compare the numbers of the blocks: below the diagonal full, on it masked. That is right only for equal block sizes and as many queries
    as keys. Compare the positions of first and last rows and keys."""
    tiles = []
    for i in range(-(-queries // query_block)):
        for j in range(-(-keys // key_block)):
            if j <= i:
                tiles.append((i, j, "full" if j < i else "masked"))
    return tiles


def causal_at_the_top_left(queries, keys, query_block, key_block):
    """Query row 0 sees only key 0 in your schedule. The queries are the last positions, so row r stands at r + (keys - queries)."""
    return _tiles(queries, keys, query_block, key_block, offset=0)


def nothing_skipped(queries, keys, query_block, key_block):
    """All tiles are listed, also those in which nothing is allowed. Leaving these out is what saves nearly half of the work."""
    return _tiles(queries, keys, query_block, key_block, skip=False)


def first_query_decides(queries, keys, query_block, key_block):
    """A tile is left out as soon as its *first* query sees nothing of it. Later queries of the block see more: the *last* one decides whether a
    tile can be skipped, the first one whether it needs a mask."""
    return _tiles(queries, keys, query_block, key_block, first=True)


def mask_in_every_tile(queries, keys, query_block, key_block):
    """Every tile is called masked. Where the last key is not behind the first query all pairs are allowed, and the mask would be wasted work."""
    return [(i, j, "masked") for i, j, _ in _tiles(queries, keys, query_block, key_block)]


def last_block_taken_as_whole(queries, keys, query_block, key_block):
    """The last block of keys is taken as if it were whole. It ends with the last key, and keys that do not exist need no mask: its last key is
    min(start + key_block, keys) - 1."""
    return _tiles(queries, keys, query_block, key_block, clip=False)


def _blocks(length, width, memory):
    rows = -(-memory // (4 * width))
    return rows, range(0, length, rows)


def everything_once(length, width, memory, causal=False):
    """Q, K, V and O are counted once each. That is the least there can be; unless everything fits on the chip, K and V are read again for each block
    of queries."""
    return 4 * length * width


def blocks_rounded_down(length, width, memory, causal=False):
    """The number of query blocks is rounded down. The short last block needs K and V like any other."""
    rows, starts = _blocks(length, width, memory)
    moved = 2 * length * width
    for start in starts[: max(length // rows, 1)]:
        moved += 2 * width * (min(start + rows, length) if causal else length)
    return moved


def one_matrix_fits(length, width, memory, causal=False):
    """Your blocks have memory / width rows, as if one of them could have the whole chip. Blocks of Q, K, V and O share it, so divide by
    4·width."""
    return _traffic_of_blocks(length, width, -(-memory // width), causal)


def _traffic_of_blocks(length, width, rows, causal):
    seen = (min(s + rows, length) if causal else length for s in range(0, length, rows))
    return 2 * length * width + 2 * width * sum(seen)


def causal_halves(length, width, memory, causal=False):
    """For causal you halve the reads of K and V. It is a little more than half: each block of queries goes through its own block of keys,
    too."""
    _, starts = _blocks(length, width, memory)
    moved = 2 * length * width * len(starts)
    return 2 * length * width + (moved // 2 if causal else moved)


def output_read_again(length, width, memory, causal=False):
    """Q and O are moved again for every block, K and V once: that is the order of loops of the first FlashAttention. Here the queries are outside, so Q
    and O are moved once, and K and V again for each block of queries."""
    _, starts = _blocks(length, width, memory)
    seen = (length - s if causal else length for s in starts)
    return 2 * length * width + 3 * width * sum(seen)
