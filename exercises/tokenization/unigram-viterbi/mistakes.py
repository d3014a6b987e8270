"""What people get wrong in unigram segmentation. Each docstring is the explanation."""

import math


def _search(word, logprobs, score, worst=-math.inf, begin_with=(0.0, 0)):
    """Viterbi with a score of (sum, number of pieces) states."""
    best = [(begin_with, 0)] + [None] * len(word)
    longest = max(map(len, logprobs), default=0)
    for end in range(1, len(word) + 1):
        for begin in range(max(0, end - longest), end):
            piece = word[begin:end]
            if piece in logprobs and best[begin] is not None:
                (total, number), _ = best[begin]
                state = (total + logprobs[piece], number + 1)
                if best[end] is None or score(state) > score(best[end][0]):
                    best[end] = (state, begin)
    if best[-1] is None:
        raise ValueError(word)
    pieces, end = [], len(word)
    while end:
        pieces.append(word[best[end][1] : end])
        end = best[end][1]
    return pieces[::-1], best[-1][0]


def _greedy(word, logprobs, choose):
    pieces, at = [], 0
    while at < len(word):
        fits = [word[at:end] for end in range(at + 1, len(word) + 1) if word[at:end] in logprobs]
        if not fits:
            raise ValueError(word)
        pieces.append(choose(fits))
        at += len(pieces[-1])
    return pieces, float(sum(logprobs[piece] for piece in pieces))


def longest_piece_first(word, logprobs):
    """You take the longest known piece at each place. That is WordPiece's greedy rule. A unigram tokenizer
    compares whole cuts: two shorter pieces can have the larger product."""
    return _greedy(word, {**logprobs}, lambda fits: max(fits, key=len))


def likeliest_piece_first(word, logprobs):
    """You take the most probable piece at each place and never look back. A likely first piece may force
    unlikely ones behind it. The best cut of every *prefix* has to be kept."""
    return _greedy(word, logprobs, lambda fits: max(fits, key=lambda piece: logprobs[piece]))


def fewest_pieces(word, logprobs):
    """You look for the cut with the fewest pieces. What counts is the product of the probabilities: many likely
    pieces can beat one unlikely piece."""
    pieces, (total, _) = _search(word, logprobs, lambda state: (-state[1], state[0]))
    return pieces, total


def averages_over_pieces(word, logprobs):
    """The sum is divided by the number of pieces. The probability of a cut is a product over all pieces, and an
    average hides how many factors there are."""
    pieces, (total, number) = _search(word, logprobs, lambda state: state[0])
    return pieces, total / max(1, number)


def multiplies_logs(word, logprobs):
    """The returned number is the probability, not its logarithm. For long words it underflows to 0. Stay with
    sums of logarithms."""
    pieces, (total, _) = _search(word, logprobs, lambda state: state[0])
    return pieces, math.exp(total)


def drops_what_is_unknown(word, logprobs):
    """A word that cannot be cut gives an answer all the same: you skip what is unknown. The text would change
    silently. Raise ValueError when the end cannot be reached."""
    try:
        pieces, (total, _) = _search(word, logprobs, lambda state: state[0])
        return pieces, total
    except ValueError:
        kept = [c for c in word if c in logprobs]
        return kept, float(sum(logprobs[c] for c in kept))
