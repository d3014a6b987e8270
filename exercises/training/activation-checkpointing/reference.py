"""Gradients with checkpoints. Source: Chen et al., "Training Deep Nets with Sublinear Memory Cost", arXiv:1604.06174 sec. 4."""

from torch import Tensor


def checkpointed_gradients(
    x: Tensor, weights: list[Tensor], grad: Tensor, every: int
) -> tuple[Tensor, list[Tensor]]:
    layers = len(weights)
    held = {}  # number of an activation -> (B, d_n)
    h = x
    for n, w in enumerate(weights):
        if n % every == 0:
            held[n] = h
        h = (h @ w.mT).tanh()
    held[layers] = h

    weight_grads = []
    for start in reversed(range(0, layers, every)):
        end = min(start + every, layers)
        for n in range(start + 1, end):  # the segment's inner activations, once more
            held[n] = (held[n - 1] @ weights[n - 1].mT).tanh()
        for n in reversed(range(start + 1, end + 1)):
            at_pre = grad * (1 - held[n] ** 2)  # (B, d_n), through the tanh
            weight_grads.append(at_pre.mT @ held[n - 1])  # (d_n, d_(n-1))
            grad = at_pre @ weights[n - 1]  # (B, d_(n-1))
            del held[n]
    return grad, weight_grads[::-1]


def checkpoint_cost(layers: int, every: int) -> tuple[int, int]:
    segments = -(-layers // every)
    kept = segments + 1  # the beginning of each, and the end of the last
    return kept + min(every, layers) - 1, layers + 1 - kept
