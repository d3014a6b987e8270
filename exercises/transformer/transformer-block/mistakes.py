"""What people get wrong in a Transformer block. Each docstring is the explanation."""

import math

import torch
import torch.nn.functional as F


def _attend(x, w, heads, mask):
    q, k, v = (
        (x @ w[name].mT).unflatten(-1, (heads, -1)).transpose(1, 2) for name in ("wq", "wk", "wv")
    )
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2) @ w["wo"].mT


def _network(x, w, bend=F.gelu):
    return bend(x @ w["w1"].mT + w["b1"]) @ w["w2"].mT + w["b2"]


def _norms(w):
    return (
        lambda t: F.layer_norm(t, t.shape[-1:], w["gain1"], w["shift1"]),
        lambda t: F.layer_norm(t, t.shape[-1:], w["gain2"], w["shift2"]),
    )


def _connect(x, attend, network, norm1, norm2, norm):
    if norm == "pre":
        x = x + attend(norm1(x))
        return x + network(norm2(x))
    x = norm1(x + attend(x))
    return norm2(x + network(x))


def adds_to_the_normalised(x, weights, heads, mask=None, norm="pre"):
    """Your pre-norm block adds each sub-layer to the *normalised* vector. The stream itself then never gets through, and with it the direct path of
    the gradient. Keep x, and normalise only the copy that the sub-layer reads."""
    norm1, norm2 = _norms(weights)
    if norm == "pre":
        x = norm1(x)
        x = x + _attend(x, weights, heads, mask)
        x = norm2(x)
        return x + _network(x, weights)
    x = norm1(x + _attend(x, weights, heads, mask))
    return norm2(x + _network(x, weights))


def one_norm_for_both(x, weights, heads, mask=None, norm="pre"):
    """Both sub-layers use the first norm's gain and shift. A block has two layer norms, with parameters of their own."""
    first, _ = _norms(weights)
    return _connect(
        x,
        lambda t: _attend(t, weights, heads, mask),
        lambda t: _network(t, weights),
        first,
        first,
        norm,
    )


def always_pre_norm(x, weights, heads, mask=None, norm="pre"):
    """The argument `norm` is not used: your block is pre-norm even where post-norm is asked for. Then the norm stands behind the sum."""
    return _connect(
        x,
        lambda t: _attend(t, weights, heads, mask),
        lambda t: _network(t, weights),
        *_norms(weights),
        "pre",
    )


def always_post_norm(x, weights, heads, mask=None, norm="pre"):
    """Your block is post-norm even where pre-norm is asked for, or where nothing is said. Pre-norm leaves the sum alone, and normalises what the
    sub-layer reads."""
    return _connect(
        x,
        lambda t: _attend(t, weights, heads, mask),
        lambda t: _network(t, weights),
        *_norms(weights),
        "post",
    )


def norm_inside_the_residual(x, weights, heads, mask=None, norm="pre"):
    """Your post-norm block normalises the sub-layer's output and adds that to x. Post-norm means behind the *sum*: N(x + f(x))."""
    norm1, norm2 = _norms(weights)
    if norm == "pre":
        x = x + _attend(norm1(x), weights, heads, mask)
        return x + _network(norm2(x), weights)
    x = x + norm1(_attend(x, weights, heads, mask))
    return x + norm2(_network(x, weights))


def sub_layers_side_by_side(x, weights, heads, mask=None, norm="pre"):
    """Attention and feed-forward network both read the block's input. Some models are built so, but here they stand one behind the other: the
    network reads the stream with the attention's result in it."""
    norm1, norm2 = _norms(weights)
    if norm == "pre":
        return x + _attend(norm1(x), weights, heads, mask) + _network(norm2(x), weights)
    return norm2(norm1(x + _attend(x, weights, heads, mask)) + _network(x, weights))


def no_residual(x, weights, heads, mask=None, norm="pre"):
    """The residual connections are missing: each sub-layer replaces the stream instead of adding to it."""
    norm1, norm2 = _norms(weights)
    if norm == "pre":
        return _network(norm2(_attend(norm1(x), weights, heads, mask)), weights)
    return norm2(_network(norm1(_attend(x, weights, heads, mask)), weights))


def relu_inside(x, weights, heads, mask=None, norm="pre"):
    """The feed-forward network bends with ReLU. That is the model of 2017; the task asks for GELU."""
    return _connect(
        x,
        lambda t: _attend(t, weights, heads, mask),
        lambda t: _network(t, weights, torch.relu),
        *_norms(weights),
        norm,
    )


def ignores_the_mask(x, weights, heads, mask=None, norm="pre"):
    """The mask does not reach the attention: every token attends to every other one."""
    return _connect(
        x,
        lambda t: _attend(t, weights, heads, None),
        lambda t: _network(t, weights),
        *_norms(weights),
        norm,
    )


def eps_outside_the_root(x, weights, heads, mask=None, norm="pre"):
    """Your layer norm adds eps to the standard deviation. It belongs inside the root: sqrt(variance + eps). Where the vector is nearly constant, that
    is another number."""

    def outside(number):
        def normalised(t):
            centred = t - t.mean(-1, keepdim=True)
            deviation = centred.square().mean(-1, keepdim=True).sqrt() + 1e-5
            return centred / deviation * weights[f"gain{number}"] + weights[f"shift{number}"]

        return normalised

    return _connect(
        x,
        lambda t: _attend(t, weights, heads, mask),
        lambda t: _network(t, weights),
        outside(1),
        outside(2),
        norm,
    )
