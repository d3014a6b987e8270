"""Scaled dot-product attention."""

from torch import Tensor


def scaled_dot_product_attention(
    q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None
) -> Tensor:
    """softmax(QKᵀ / sqrt(d_k)) V; `mask` is True where a query may attend.

    q: (..., N, d_k), k: (..., M, d_k), v: (..., M, d_v), mask: (..., N, M) bool -> (..., N, d_v)
    """
    raise NotImplementedError
