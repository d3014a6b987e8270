"""What people get wrong in a two-layer perceptron. Each docstring is the explanation."""


def no_activation(x, w1, b1, w2, b2):
    """There is no ReLU. Two linear maps in a row are one linear map with the matrix W2·W1, so the hidden layer
    adds nothing that a single layer could not do."""
    return (x @ w1.mT + b1) @ w2.mT + b2


def relu_on_the_output(x, w1, b1, w2, b2):
    """A second ReLU stands behind the last layer. The result can then never be negative, and where it is cut
    off no gradient flows. The output layer stays linear."""
    return ((x @ w1.mT + b1).relu() @ w2.mT + b2).relu()


def relu_before_the_bias(x, w1, b1, w2, b2):
    """The first bias is added after the ReLU. It belongs to the linear map: it decides where each hidden unit
    switches on."""
    return ((x @ w1.mT).relu() + b1) @ w2.mT + b2


def absolute_value(x, w1, b1, w2, b2):
    """Negative values change their sign instead of becoming 0. That is the absolute value; a ReLU cuts them off."""
    return (x @ w1.mT + b1).abs() @ w2.mT + b2


def forgets_the_second_bias(x, w1, b1, w2, b2):
    """The second bias is not used. Then the output is tied to 0 wherever all hidden units are off."""
    return (x @ w1.mT + b1).relu() @ w2.mT + 0 * b2


def weight_not_transposed(x, w1, b1, w2, b2):
    """You multiply `x @ w`. PyTorch keeps a weight as (out, in), so the inner sizes only meet after a transpose:
    `x @ w.T`. With square weights this mistake raises nothing and is simply wrong."""
    return (x @ w1 + b1).relu() @ w2 + b2
