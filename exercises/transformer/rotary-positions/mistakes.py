"""What people get wrong in rotary positions. Each docstring is the explanation."""

import torch


def _angles(x, positions, base, rate=None):
    width = x.shape[-1]
    own = base ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    angle = positions[:, None] * (own if rate is None else rate(own))
    return angle.cos().to(x.dtype), angle.sin().to(x.dtype)


def _turned(a, b, cos, sin):
    return torch.stack([a * cos - b * sin, a * sin + b * cos], dim=-1).flatten(-2)


def rotates_backwards(x, positions, base=10000.0):
    """You rotate clockwise: the signs of the two sines are exchanged. Lengths and distances still come out right, but not with
    weights or code that turn the other way."""
    cos, sin = _angles(x, positions, base)
    return _turned(x[..., 0::2], x[..., 1::2], cos, -sin)


def half_split_pairs(x, positions, base=10000.0):
    """You pair entry i with entry i + d/2. That layout exists, too, but the task pairs neighbours (0, 1), (2, 3), ...; a query in
    one layout and a key in the other do not fit."""
    cos, sin = _angles(x, positions, base)
    a, b = x.chunk(2, dim=-1)
    return torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1)


def same_angle_for_all(x, positions, base=10000.0):
    """All pairs turn by the same angle. Each pair has its own frequency; with a single one, positions that differ by a full turn
    look alike."""
    cos, sin = _angles(x, positions, base, lambda rate: torch.ones_like(rate))
    return _turned(x[..., 0::2], x[..., 1::2], cos, sin)


def ignores_given_positions(x, positions, base=10000.0):
    """You number the rows 0, 1, 2, ... yourself. With a key-value cache the rows of a call begin in the middle of a text: use the
    positions that are given."""
    cos, sin = _angles(x, torch.arange(x.shape[-2]), base)
    return _turned(x[..., 0::2], x[..., 1::2], cos, sin)


def adds_positions(x, positions, base=10000.0):
    """Sines and cosines are *added*, as for sinusoidal encodings. RoPE rotates: nothing is added, and lengths stay."""
    cos, sin = _angles(x, positions, base)
    return x + torch.stack([sin, cos], dim=-1).flatten(-2)


def only_cosine(x, positions, base=10000.0):
    """Each entry is only multiplied by the cosine. A rotation mixes the two entries of a pair: the sine part is missing, and
    vectors shrink."""
    cos, _ = _angles(x, positions, base)
    return torch.stack([x[..., 0::2] * cos, x[..., 1::2] * cos], dim=-1).flatten(-2)


def base_ignored(x, positions, base=10000.0):
    """The base is always 10000, whatever is passed. Models for long contexts use larger ones."""
    cos, sin = _angles(x, positions, 10000.0)
    return _turned(x[..., 0::2], x[..., 1::2], cos, sin)
