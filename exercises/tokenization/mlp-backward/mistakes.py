"""What people get wrong in backpropagation by hand. Each docstring is the explanation."""


def _gradients(x, y, w1, b1, w2, b2, *, scale=None, gate=lambda pre, back: pre > 0, bias="sum"):
    pre = x @ w1.mT + b1
    hidden = pre.relu()
    out = hidden @ w2.mT + b2
    at_output = (2.0 / y.numel() if scale is None else scale) * (out - y)
    back = at_output @ w2
    at_pre = back * gate(pre, back)
    total = (lambda t: t.sum(0)) if bias == "sum" else (lambda t: t.mean(0))
    return {
        "w1": at_pre.mT @ x, "b1": total(at_pre), "w2": at_output.mT @ hidden, "b2": total(at_output)
    }  # fmt: skip


def factor_two_missing(x, y, w1, b1, w2, b2):
    """All gradients are half of what they should be: the derivative of (p - y)² is 2·(p - y)."""
    return _gradients(x, y, w1, b1, w2, b2, scale=1.0 / y.numel())


def divides_by_the_batch_only(x, y, w1, b1, w2, b2):
    """You divide by the number of rows. The loss here is the mean over all numbers of the prediction, so it is
    B·n_out that the sum is divided by."""
    return _gradients(x, y, w1, b1, w2, b2, scale=2.0 / len(y))


def bias_averaged(x, y, w1, b1, w2, b2):
    """The gradients of the biases are averaged over the batch. The mean is in the loss already; a bias is used by every
    row, so the contributions of the rows add up."""
    return _gradients(x, y, w1, b1, w2, b2, bias="mean")


def relu_ignored(x, y, w1, b1, w2, b2):
    """The gradient passes the ReLU as if it were not there. Where the ReLU cut a value off, changing that value
    changes nothing, so its gradient is 0."""
    return _gradients(x, y, w1, b1, w2, b2, gate=lambda pre, back: 1.0)


def gates_by_the_gradient(x, y, w1, b1, w2, b2):
    """You keep the gradient where the *gradient* is positive. The ReLU decides by what came in during the forward
    pass: keep it where the pre-activation was positive, whatever its sign."""
    return _gradients(x, y, w1, b1, w2, b2, gate=lambda pre, back: back > 0)


def wrong_direction(x, y, w1, b1, w2, b2):
    """All signs are turned round: you began with y - p. A step against this gradient would raise the loss."""
    return _gradients(x, y, w1, b1, w2, b2, scale=-2.0 / y.numel())


def weights_transposed(x, y, w1, b1, w2, b2):
    """The gradients of the weights are transposed. A gradient has the shape of its parameter, (out, in):
    `g.T @ input`, not `input.T @ g`."""
    found = _gradients(x, y, w1, b1, w2, b2)
    return {**found, "w1": found["w1"].mT, "w2": found["w2"].mT}
