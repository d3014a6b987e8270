"""With buffers that are updated in place, and running products in place of powers."""

import torch


def ema_weights(beta, n):
    powers = [beta**k for k in range(n)]
    return (1 - beta) * torch.tensor(powers[::-1], dtype=torch.float64)


def adam_train(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    p, m, v = param.clone(), torch.zeros_like(param), torch.zeros_like(param)
    left1 = left2 = 1.0  # weight that is still on the starting 0
    for grad in grads:
        g = grad.add(p, alpha=l2)
        m.mul_(beta1).add_(g, alpha=1 - beta1)
        v.mul_(beta2).addcmul_(g, g, value=1 - beta2)
        left1, left2 = left1 * beta1, left2 * beta2
        root = v.div(1 - left2).sqrt_().add_(eps)
        p.addcdiv_(m / (1 - left1), root, value=-lr)
    return p, m, v
