"""What people get wrong in rounding. Each docstring is the explanation."""

import torch


def _bits(x):
    return x.contiguous().view(torch.int32).to(torch.int64)


def _back(bits, x, mask=~0xFFFF):
    return torch.where(x.isfinite(), (bits & mask).to(torch.int32).view(torch.float32), x)


def cuts_off(x):
    """The lower bits are simply cut off, so every number moves towards zero: 1003 becomes 1000, although 1004 is nearer. Add before you cut."""
    return _back(_bits(x), x)


def ties_away_from_zero(x):
    """Exact halves always go away from zero. Over many sums that drifts; the usual rule sends a tie to the neighbour whose last bit is 0, so 257 becomes
    256."""
    return _back(_bits(x) + 0x8000, x)


def rounds_up(x):
    """Everything that is not exact goes away from zero, however little is cut off. Only more than a half moves up."""
    return _back(_bits(x) + 0xFFFF, x)


def rounds_like_fp16(x):
    """You rounded to fp16: more digits, but a far smaller range. Numbers above 65,504 become infinite and tiny ones vanish. bf16 keeps the exponent of
    float32."""
    return x.half().float()


def keeps_one_bit_less(x):
    """One bit too few is kept: you clear 17 bits. bf16 has 7 bits of fraction, so the lower 16 of 32 bits go."""
    bits = _bits(x)
    return _back(bits + 0xFFFF + ((bits >> 17) & 1), x, ~0x1FFFF)
