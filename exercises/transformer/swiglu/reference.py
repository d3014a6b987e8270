"""SwiGLU. Source: Shazeer, arXiv:2002.05202; LLaMA, arXiv:2302.13971 sec. 2.2."""

from torch import Tensor


def swiglu(x: Tensor, w_gate: Tensor, w_up: Tensor, w_down: Tensor) -> Tensor:
    gate = x @ w_gate.mT  # (..., f)
    return (gate * gate.sigmoid() * (x @ w_up.mT)) @ w_down.mT  # (..., d)
