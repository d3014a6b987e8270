import torch


def ema_weights(beta, n):
    # the average itself says it: feed it with unit vectors
    average = torch.zeros(n, dtype=torch.float64)
    for unit in torch.eye(n, dtype=torch.float64):
        average = torch.lerp(average, unit, 1 - beta)
    return average


def adam_train(param, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, l2=0.0):
    p = torch.nn.Parameter(param.clone())
    opt = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps, weight_decay=l2)
    for g in grads:
        p.grad = g.clone()
        opt.step()
    if not grads:
        return param.clone(), torch.zeros_like(param), torch.zeros_like(param)
    state = opt.state[p]
    return p.detach().clone(), state["exp_avg"], state["exp_avg_sq"]
