def merge_pair(pieces, pair):
    out = []
    free = False
    for piece in pieces:
        if free and out and out[-1] == pair[0] and piece == pair[1]:
            out[-1] += piece
            free = False
        else:
            out.append(piece)
            free = True
    return out
