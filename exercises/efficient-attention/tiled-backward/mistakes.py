"""What people get wrong in the backward pass of attention. Each docstring is the explanation."""

import math

import torch


def _backward(
    q, k, v, output, logsumexp, grad, block, causal, *, after=None, again=1.0, sums="row",
    weights="saved", add=True, shift=None,
):  # fmt: skip
    n, m = q.shape[-2], k.shape[-2]
    scale = 1 / math.sqrt(q.shape[-1])
    after = scale if after is None else after
    position = torch.arange(n)[:, None] + (m - n if shift is None else shift)
    row_sum = (grad * output).sum(-1, keepdim=True)
    dq, dk, dv = torch.zeros_like(q), [], []
    for start in range(0, m, block):
        ks, vs = k[..., start : start + block, :], v[..., start : start + block, :]
        scores = scale * q @ ks.mT
        if causal:
            scores = scores.masked_fill(
                torch.arange(m)[start : start + block] > position, -torch.inf
            )
        if weights == "softmax":
            p = scores.softmax(-1)
        elif weights == "divided":
            p = scores.exp() / logsumexp.exp()[..., None]
        else:
            p = (scores - logsumexp[..., None]).exp()
        dp = grad @ vs.mT
        if sums == "block":
            row_sum = (p * dp).sum(-1, keepdim=True)
        ds = p * dp if sums == "none" else p * (dp - row_sum)
        dq = (dq if add else 0) + after * ds @ ks
        dk.append(after * again * ds.mT @ q)
        dv.append(p.mT @ grad)
    return dq, torch.cat(dk, -2), torch.cat(dv, -2)


def scale_forgotten(q, k, v, output, logsumexp, grad, block, causal=False):
    """dq and dk lack the scale. S is scale·QKᵀ, so going back through the product multiplies with 1/√d once more, in dq and in dk."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, after=1.0)


def scale_twice_in_dk(q, k, v, output, logsumexp, grad, block, causal=False):
    """dk has the scale twice: your q was divided by √d before the loop, and the result once more. With a scaled q, dSᵀ·q is dk already."""
    again = 1 / math.sqrt(q.shape[-1])
    return _backward(q, k, v, output, logsumexp, grad, block, causal, again=again)


def row_sum_left_out(q, k, v, output, logsumexp, grad, block, causal=False):
    """dS is P·dP in your code. Weights of a row add up to 1, so a softmax also takes away what is common to the row: dS = P·(dP - D), with D
    the row's sum of P·dP."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, sums="none")


def row_sum_of_the_block_only(q, k, v, output, logsumexp, grad, block, causal=False):
    """D is summed over the keys of the current block only. It belongs to the whole row. You need not wait for the row, though: D is also the
    sum of grad·output over the width."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, sums="block")


def softmax_within_the_block(q, k, v, output, logsumexp, grad, block, causal=False):
    """The weights are a softmax over the block alone, so they add up to 1 in each block. The weights of the forward pass are
    exp(S - logsumexp), divided by the sum of the *whole* row."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, weights="softmax")


def exponentials_divided(q, k, v, output, logsumexp, grad, block, causal=False):
    """You compute exp(S) / exp(logsumexp). For scores in the thousands both overflow, and inf / inf is nan. Subtract first: exp(S - logsumexp)
    has exponents of at most 0."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, weights="divided")


def last_block_wins(q, k, v, output, logsumexp, grad, block, causal=False):
    """dq holds the last block's part only: each block overwrites it. A query has attended to all blocks, so their parts are added. (dk and dv
    are different, each block has rows of its own.)"""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, add=False)


def causal_ignored(q, k, v, output, logsumexp, grad, block, causal=False):
    """The causal argument is not used. Keys behind a query's position had the weight 0 in the forward pass, so set their scores to -inf when you
    compute them again."""
    return _backward(q, k, v, output, logsumexp, grad, block, False)


def causal_at_the_top_left(q, k, v, output, logsumexp, grad, block, causal=False):
    """The causal triangle begins at the top left. The queries are the last N positions, so query i saw the keys up to i + (M - N)."""
    return _backward(q, k, v, output, logsumexp, grad, block, causal, shift=0)


def whole_matrices(q, k, v, output, logsumexp, grad, block, causal=False):
    """The gradients are right, but scores and weights of all queries and all keys are in memory at once. Go over blocks of keys: each block
    needs only its own columns, and D does not need the row."""
    return _backward(q, k, v, output, logsumexp, grad, k.shape[-2], causal)
