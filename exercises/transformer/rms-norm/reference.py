"""Root mean square normalisation. Source: Zhang and Sennrich, arXiv:1910.07467 eq. 4."""

from torch import Tensor


def rms_norm(x: Tensor, gain: Tensor, eps: float = 1e-6) -> Tensor:
    mean_square = x.square().mean(dim=-1, keepdim=True)  # (..., 1)
    return x / (mean_square + eps).sqrt() * gain
