"""Backpropagation through a two-layer perceptron, by the chain rule."""

from torch import Tensor


def mlp_gradients(
    x: Tensor, y: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
) -> dict[str, Tensor]:
    pre = x @ w1.mT + b1  # (B, n_hidden)
    hidden = pre.relu()
    prediction = hidden @ w2.mT + b2  # (B, n_out)
    at_output = 2.0 * (prediction - y) / y.numel()  # (B, n_out)
    at_hidden = at_output @ w2  # (B, n_hidden)
    at_pre = at_hidden * (pre > 0)  # the ReLU lets through where its input was positive
    return {
        "w1": at_pre.mT @ x,  # (n_hidden, n_in)
        "b1": at_pre.sum(0),
        "w2": at_output.mT @ hidden,  # (n_out, n_hidden)
        "b2": at_output.sum(0),
    }
