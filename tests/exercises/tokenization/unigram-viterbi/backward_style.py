def best_segmentation(word, logprobs):
    longest = max(map(len, logprobs), default=0)
    tails = {len(word): (0.0, None)}
    for begin in reversed(range(len(word))):
        options = []
        for end in range(begin + 1, min(len(word), begin + longest) + 1):
            if word[begin:end] in logprobs and end in tails:
                options.append((logprobs[word[begin:end]] + tails[end][0], end))
        if options:
            tails[begin] = max(options)
    if 0 not in tails:
        raise ValueError(word)
    pieces, at = [], 0
    while at < len(word):
        pieces.append(word[at : tails[at][1]])
        at = tails[at][1]
    return pieces, float(sum(logprobs[piece] for piece in pieces))
