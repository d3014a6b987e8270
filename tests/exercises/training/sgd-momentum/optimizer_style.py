import torch


def sgd_step(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    if momentum == 0:  # the optimizer keeps no velocity then
        velocity = grad + weight_decay * param
        return param - lr * velocity, velocity
    p = torch.nn.Parameter(param.clone())
    opt = torch.optim.SGD(
        [p], lr=lr, momentum=momentum, nesterov=nesterov, weight_decay=weight_decay
    )
    opt.state[p]["momentum_buffer"] = velocity.clone()
    p.grad = grad.clone()
    opt.step()
    return p.detach().clone(), opt.state[p]["momentum_buffer"]
