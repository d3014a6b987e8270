"""What people get wrong in tiled attention. Each docstring is the explanation."""

import math

import torch


def _tiled(
    q, k, v, block, causal, *, rescale=True, divide=False, drop=False, scale=True, shift=None
):
    n, m_keys = q.shape[-2], k.shape[-2]
    q = q / math.sqrt(q.shape[-1]) if scale else q
    position = torch.arange(n)[:, None] + (m_keys - n if shift is None else shift)
    m = q.new_full((*q.shape[:-1], 1), -torch.inf)
    total, output = torch.zeros_like(m), q.new_zeros(*q.shape[:-1], v.shape[-1])
    for start in range(0, m_keys, block):
        end = min(start + block, m_keys)
        if drop and end - start < block and start:
            break
        scores = q @ k[..., start:end, :].mT
        if causal:
            scores = scores.masked_fill(torch.arange(start, end) > position, -torch.inf)
        new = torch.maximum(m, scores.amax(-1, keepdim=True))
        factor, weights = (m - new).exp(), (scores - new).exp()
        total = total * factor + weights.sum(-1, keepdim=True)
        output = (output * factor if rescale else output) + weights @ v[..., start:end, :]
        output = output / total if divide else output
        m = new
    return output if divide else output / total


def output_not_rescaled(q, k, v, block, causal=False):
    """The running output is not rescaled when the maximum grows, only the sum is. Values of early blocks then weigh too much. Both get the factor
    e^(old - new)."""
    return _tiled(q, k, v, block, causal, rescale=False)


def divides_in_the_loop(q, k, v, block, causal=False):
    """You divide by the running sum at every block, and then rescale the result as if it were undivided. Divide once, after the last block."""
    return _tiled(q, k, v, block, causal, divide=True)


def ragged_block_dropped(q, k, v, block, causal=False):
    """The last, shorter block is left out: your loop makes only whole blocks. The number of steps is M / block *rounded up*."""
    return _tiled(q, k, v, block, causal, drop=True)


def scale_missing(q, k, v, block, causal=False):
    """The scores are not divided by √d. Tiling changes the order of the work, not the formula."""
    return _tiled(q, k, v, block, causal, scale=False)


def causal_ignored(q, k, v, block, causal=False):
    """The causal argument is not used. Keys behind a query's position have to get the score -inf, inside the block as well."""
    return _tiled(q, k, v, block, False)


def causal_at_the_top_left(q, k, v, block, causal=False):
    """The causal triangle begins at the top left. With fewer queries than keys the queries are the last positions, so query i sees the keys up to
    i + (M - N)."""
    return _tiled(q, k, v, block, causal, shift=0)


def whole_score_matrix(q, k, v, block, causal=False):
    """The result is right, but all scores are in memory at once: queries times keys. Go over blocks of keys and carry maximum, sum and output
    along."""
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if causal:
        n, m_keys = scores.shape[-2:]
        allowed = torch.arange(m_keys) <= torch.arange(m_keys - n, m_keys)[:, None]
        scores = scores.masked_fill(~allowed, -torch.inf)
    return scores.softmax(-1) @ v
