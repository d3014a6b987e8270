"""What people get wrong in sliding-window attention. Each docstring is the explanation."""

import math

import torch


def _windowed(q, k, v, window, block, *, allowed=None, reach=None, scale=True, after=False):
    n = q.shape[-2]
    reach = window if reach is None else reach
    parts = []
    for start in range(0, n, block):
        end, first = min(start + block, n), max(start - reach + 1, 0)
        distance = torch.arange(start, end)[:, None] - torch.arange(first, end)
        ok = (distance >= 0) & (distance < window) if allowed is None else allowed(distance)
        scores = q[..., start:end, :] @ k[..., first:end, :].mT
        scores = scores / math.sqrt(q.shape[-1]) if scale else scores
        weights = scores if after else scores.masked_fill(~ok, -torch.inf)
        weights = weights.softmax(-1)
        parts.append((weights * ok if after else weights) @ v[..., first:end, :])
    return torch.cat(parts, -2)


def one_position_too_many(q, k, v, window, block):
    """Each position sees `window` positions before itself, and itself. The window counts the position itself, so the oldest one is
    i - window + 1."""
    return _windowed(q, k, v, window + 1, block)


def sees_the_future(q, k, v, window, block):
    """Within a block the queries see later positions of the same block. Keys behind the query have a negative distance; mask them too."""
    return _windowed(q, k, v, window, block, allowed=lambda d: d < window)


def lower_edge_of_the_block(q, k, v, window, block):
    """The keys are cut off for the block as a whole, but not for each query. Later queries of a block then see more than `window`
    positions: inside the slice mask what is window or more away."""
    return _windowed(q, k, v, window, block, allowed=lambda d: d >= 0)


def blocks_apart(q, k, v, window, block):
    """Queries see only keys of their own block. The window reaches back over the border: a block needs the window - 1 keys before it,
    too."""
    return _windowed(q, k, v, window, block, reach=1)


def window_ignored(q, k, v, window, block):
    """The window is not used; this is ordinary causal attention."""
    return _windowed(q, k, v, q.shape[-2], block)


def masks_after_softmax(q, k, v, window, block):
    """Weights outside the window are set to 0 *after* the softmax. What is left then adds up to less than 1. Set the scores to -inf
    before."""
    return _windowed(q, k, v, window, block, after=True)


def scale_missing(q, k, v, window, block):
    """The scores are not divided by √d. The window changes which scores there are, not the scores."""
    return _windowed(q, k, v, window, block, scale=False)


def ragged_block_dropped(q, k, v, window, block):
    """Your loop makes only whole blocks, so the last queries have no output. The number of steps is N / block *rounded up*."""
    whole = max(q.shape[-2] // block, 1) * block
    return _windowed(q[..., :whole, :], k[..., :whole, :], v[..., :whole, :], window, block)


def all_pairs(q, k, v, window, block):
    """The result is right, but you compute scores for all pairs and throw most of them away by the mask. That costs as much as full
    attention. Slice the keys first: a block of queries needs those from its start - window + 1 to its end."""
    return _windowed(q, k, v, window, block, reach=q.shape[-2])
