"""Number by number, as one would do it on paper."""

import torch


def sgd_step(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    new_param, new_velocity = [], []
    for p, g, u in zip(
        param.flatten().tolist(), grad.flatten().tolist(), velocity.flatten().tolist()
    ):
        g = g + weight_decay * p
        u = momentum * u + g
        if nesterov:
            step = g + momentum * u
        else:
            step = u
        new_param.append(p - lr * step)
        new_velocity.append(u)
    return (
        torch.tensor(new_param, dtype=param.dtype).reshape(param.shape),
        torch.tensor(new_velocity, dtype=param.dtype).reshape(param.shape),
    )
