"""Causal tiles and traffic of a tiled kernel. Source: arXiv:2307.08691 sec. 3.1.1 and 3.3; block rows from arXiv:2205.14135 Algorithm 1."""


def tile_schedule(
    queries: int, keys: int, query_block: int, key_block: int
) -> list[tuple[int, int, str]]:
    tiles = []
    for row in range(0, queries, query_block):
        position = row + keys - queries  # of the block's first query
        visible = min(position + query_block, keys)  # number of keys that its last query sees
        for key in range(0, visible, key_block):
            last = min(key + key_block, keys) - 1  # of the block's keys
            kind = "full" if last <= position else "masked"
            tiles.append((row // query_block, key // key_block, kind))
    return tiles


def flash_traffic(length: int, width: int, memory: int, causal: bool = False) -> int:
    rows = -(-memory // (4 * width))
    moved = 2 * length * width  # Q is read and O is written once
    for start in range(0, length, rows):
        seen = min(start + rows, length) if causal else length
        moved += 2 * seen * width  # K and V
    return moved
