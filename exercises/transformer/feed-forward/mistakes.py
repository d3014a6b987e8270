"""What people get wrong in GELU and the feed-forward network. Each docstring is the explanation."""

import math

import torch


def _gelu(x):
    return x * 0.5 * (1 + torch.erf(x / 2**0.5))


def tanh_form(x):
    """This is the approximation of GELU with tanh, as GPT-2 uses it. It differs from x · Φ(x) by up to 0.0005. The task asks for the exact form,
    with erf."""
    inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    return 0.5 * x * (1 + torch.tanh(inner))


def sigmoid_form(x):
    """You use x · sigmoid(1.702 x), a quick approximation that is off by up to 0.02. Φ is the normal distribution function, which erf gives
    exactly."""
    return x * torch.sigmoid(1.702 * x)


def root_two_missing(x):
    """You take erf(x) without dividing x by √2. Then Φ rises too fast: erf belongs to a normal distribution of variance 1/2, and the division makes it
    the standard one."""
    return 0.5 * x * (1 + torch.erf(x))


def probability_alone(x):
    """You return Φ(x), a number between 0 and 1. GELU multiplies it by x: the probability decides how much of x passes."""
    return 0.5 * (1 + torch.erf(x / 2**0.5))


def half_missing(x):
    """The factor 1/2 is missing, so large numbers come out doubled. 1 + erf runs from 0 to 2, and Φ from 0 to 1."""
    return x * (1 + torch.erf(x / 2**0.5))


def relu_inside(x, w1, b1, w2, b2):
    """Your network bends with ReLU, as the one of 2017 did. The task asks for GELU between the two layers."""
    return torch.relu(x @ w1.mT + b1) @ w2.mT + b2


def activation_twice(x, w1, b1, w2, b2):
    """GELU acts behind the second layer as well. The output goes into the residual stream, and has to be able to be negative: only the hidden
    layer is bent."""
    return _gelu(_gelu(x @ w1.mT + b1) @ w2.mT + b2)


def bias_behind_the_activation(x, w1, b1, w2, b2):
    """The first bias is added behind GELU. It belongs to the linear layer, where it decides at which input a unit begins to let something
    through."""
    return (_gelu(x @ w1.mT) + b1) @ w2.mT + b2


def second_bias_forgotten(x, w1, b1, w2, b2):
    """b2 is not used. Both layers have a bias: the first of the inner width, the second of the model's."""
    return _gelu(x @ w1.mT + b1) @ w2.mT


def residual_added(x, w1, b1, w2, b2):
    """You add x to the result. The residual connection belongs to the block around the network; here it would then be counted twice."""
    return x + _gelu(x @ w1.mT + b1) @ w2.mT + b2


def weights_not_transposed(x, w1, b1, w2, b2):
    """You multiply `x @ w1`. Weights are stored as (out, in), so the shapes only fit with `x @ w1.T`."""
    return _gelu(x @ w1 + b1) @ w2 + b2
