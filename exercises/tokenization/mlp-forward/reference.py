"""A two-layer perceptron. Source: torch.nn.Linear documentation (layout of the weight)."""

from torch import Tensor


def mlp(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) -> Tensor:
    hidden = (x @ w1.mT + b1).relu()  # (..., n_hidden)
    return hidden @ w2.mT + b2  # (..., n_out)
