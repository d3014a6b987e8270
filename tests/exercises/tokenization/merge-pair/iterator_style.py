def merge_pair(pieces, pair):
    out, rest = [], iter([*pieces, None])
    here = next(rest)
    while here is not None:
        after = next(rest)
        if after is not None and (here, after) == tuple(pair):
            out.append(here + after)
            here = next(rest)
        else:
            out.append(here)
            here = after
    return out
