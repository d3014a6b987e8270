import torch


def sgd_step(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    whole = torch.add(grad, param, alpha=weight_decay)
    u = velocity.clone().mul_(momentum).add_(whole)
    if nesterov:
        whole.add_(u, alpha=momentum)
        return param.clone().sub_(whole, alpha=lr), u
    return param.clone().sub_(u, alpha=lr), u
