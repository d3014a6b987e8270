"""What people get wrong in SwiGLU. Each docstring is the explanation."""

import torch.nn.functional as F


def gates_the_wrong_branch(x, w_gate, w_up, w_down):
    """SiLU is applied to the up branch instead of the gate. Then the two matrices have exchanged their roles."""
    return ((x @ w_gate.mT) * F.silu(x @ w_up.mT)) @ w_down.mT


def silu_on_the_product(x, w_gate, w_up, w_down):
    """SiLU is applied to the product of both branches. It belongs to the gate alone; the up branch stays linear."""
    return F.silu((x @ w_gate.mT) * (x @ w_up.mT)) @ w_down.mT


def sigmoid_gate(x, w_gate, w_up, w_down):
    """The gate is a bare sigmoid, between 0 and 1. That is a GLU; SwiGLU's gate is a·sigmoid(a)."""
    return ((x @ w_gate.mT).sigmoid() * (x @ w_up.mT)) @ w_down.mT


def adds_the_branches(x, w_gate, w_up, w_down):
    """The branches are added. A gate multiplies: it decides how much of the other branch passes."""
    return (F.silu(x @ w_gate.mT) + x @ w_up.mT) @ w_down.mT


def gelu_gate(x, w_gate, w_up, w_down):
    """The gate is a GELU. That variant is called GEGLU; the one asked for uses SiLU."""
    return (F.gelu(x @ w_gate.mT) * (x @ w_up.mT)) @ w_down.mT


def relu_gate(x, w_gate, w_up, w_down):
    """The gate is a ReLU. That variant is called ReGLU; SiLU also lets a little of negative gates pass."""
    return (F.relu(x @ w_gate.mT) * (x @ w_up.mT)) @ w_down.mT
