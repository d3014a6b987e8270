import torch


def adamw_step(param, grad, m, v, t, lr, beta1, beta2, eps, weight_decay):
    m = torch.lerp(m, grad, 1 - beta1)
    v = torch.lerp(v, grad**2, 1 - beta2)
    size = lr / (1 - beta1**t)
    root = (v / (1 - beta2**t)) ** 0.5
    return param - lr * weight_decay * param - size * m / (root + eps), m, v
