"""The backward pass of tiled attention."""

from torch import Tensor


def attention_backward(
    q: Tensor,
    k: Tensor,
    v: Tensor,
    output: Tensor,
    logsumexp: Tensor,
    grad: Tensor,
    block: int,
    causal: bool = False,
) -> tuple[Tensor, Tensor, Tensor]:
    """q (..., N, d), k (..., M, d), v (..., M, e), output and grad (..., N, e), logsumexp (..., N) -> dq, dk, dv."""
    raise NotImplementedError
