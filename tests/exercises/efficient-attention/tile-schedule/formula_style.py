import math


def tile_schedule(queries, keys, query_block, key_block):
    found = []
    for i in range(math.ceil(queries / query_block)):
        first = keys - queries + i * query_block
        last = min(keys - queries + (i + 1) * query_block, keys) - 1
        full = (first + 1) // key_block if first < keys - 1 else math.ceil(keys / key_block)
        some = last // key_block + 1
        found += [(i, j, "full") for j in range(full)]
        found += [(i, j, "masked") for j in range(full, some)]
    return found


def flash_traffic(length, width, memory, causal=False):
    rows = math.ceil(memory / (4 * width))
    blocks = math.ceil(length / rows)
    if not causal:
        return 2 * length * width * (1 + blocks)
    whole = rows * blocks * (blocks - 1) // 2
    return 2 * width * (length + whole + length)
