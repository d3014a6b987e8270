"""RMSNorm."""

from torch import Tensor


def rms_norm(x: Tensor, gain: Tensor, eps: float = 1e-6) -> Tensor:
    """x (..., d), gain (d,) -> (..., d)."""
    raise NotImplementedError
