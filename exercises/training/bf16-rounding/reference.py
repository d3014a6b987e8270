"""Rounding float32 to bf16 by its bits. Source: IEEE 754-2019 sec. 4.3.1 (roundTiesToEven)."""

import torch
from torch import Tensor


def round_to_bf16(x: Tensor) -> Tensor:
    bits = x.view(torch.int32)
    lowest_kept = (bits >> 16) & 1
    rounded = (bits + 0x7FFF + lowest_kept) & ~0xFFFF  # carries into the upper half when it must
    result = rounded.view(torch.float32)
    return torch.where(x.isfinite(), result, x)
