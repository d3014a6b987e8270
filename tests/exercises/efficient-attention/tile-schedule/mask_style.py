def tile_schedule(queries, keys, query_block, key_block):
    tiles = []
    i = 0
    while i * query_block < queries:
        rows = [r for r in range(i * query_block, (i + 1) * query_block) if r < queries]
        j = 0
        while j * key_block < keys:
            cols = [c for c in range(j * key_block, (j + 1) * key_block) if c < keys]
            yes = no = 0
            for r in rows:
                for c in cols:
                    if c <= r + (keys - queries):
                        yes += 1
                    else:
                        no += 1
            if yes > 0:
                tiles.append((i, j, "masked" if no > 0 else "full"))
            j += 1
        i += 1
    return tiles


def flash_traffic(length, width, memory, causal=False):
    rows = memory // (4 * width)
    if memory % (4 * width) != 0:
        rows += 1
    total = 0
    done = 0
    while done < length:
        now = min(rows, length - done)
        total += now * width  # read Q
        keys = done + now if causal else length
        total += keys * width  # read K
        total += keys * width  # read V
        total += now * width  # write O
        done += now
    return total
