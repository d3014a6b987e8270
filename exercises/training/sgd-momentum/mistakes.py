"""What people get wrong in momentum. Each docstring is the explanation."""


def _whole(param, grad, weight_decay):
    return grad + weight_decay * param


def learning_rate_in_the_velocity(
    param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0
):
    """The learning rate is multiplied into the velocity. That is another convention: with a constant rate the parameters agree, but the velocity
    is lr times too small, and a schedule acts late. Here the velocity sums plain gradients and lr stands in front of the direction."""
    grad = _whole(param, grad, weight_decay)
    velocity = momentum * velocity + lr * grad
    return param - (lr * grad + momentum * velocity if nesterov else velocity), velocity


def dampened_gradient(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    """The new gradient enters with the factor 1 - momentum. That is a moving average, as in Adam. Here it enters in full, so for a constant gradient g
    the velocity grows to g / (1 - momentum)."""
    grad = _whole(param, grad, weight_decay)
    velocity = momentum * velocity + (1 - momentum) * grad
    return param - lr * (grad + momentum * velocity if nesterov else velocity), velocity


def nesterov_ignored(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    """The argument `nesterov` is not used. With it the direction is the gradient plus momentum times the new velocity, one step of fading ahead."""
    velocity = momentum * velocity + _whole(param, grad, weight_decay)
    return param - lr * velocity, velocity


def nesterov_without_the_gradient(
    param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0
):
    """With `nesterov` your direction is momentum times the new velocity only. The gradient itself has to be added once more."""
    velocity = momentum * velocity + _whole(param, grad, weight_decay)
    return param - lr * (momentum * velocity if nesterov else velocity), velocity


def keeps_the_look_ahead(param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0):
    """The step is right, but with `nesterov` you return the direction in place of the velocity. The look ahead is for this step only; carried on, it would
    count the gradient again in the next one."""
    grad = _whole(param, grad, weight_decay)
    velocity = momentum * velocity + grad
    direction = grad + momentum * velocity if nesterov else velocity
    return param - lr * direction, direction


def decay_beside_the_velocity(
    param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0
):
    """The parameter is shrunk by itself and the decay never enters the velocity. That is decoupled decay, as in AdamW. In this convention
    weight_decay · param is part of the gradient, so it is carried along by the velocity."""
    velocity = momentum * velocity + grad
    direction = grad + momentum * velocity if nesterov else velocity
    return param * (1 - lr * weight_decay) - lr * direction, velocity


def steps_with_the_old_velocity(
    param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0
):
    """The parameter moves along the velocity from before this step, so each gradient acts one step late. Update the velocity first."""
    grad = _whole(param, grad, weight_decay)
    new = momentum * velocity + grad
    return param - lr * (grad + momentum * velocity if nesterov else velocity), new


def changes_the_given_tensors(
    param, grad, velocity, lr, momentum, nesterov=False, weight_decay=0.0
):
    """The numbers are right, but they are written into the tensors you were given (`+=`, `mul_`, `sub_`). A caller who still needs the old ones has lost them:
    make new tensors."""
    grad = _whole(param, grad, weight_decay)
    velocity *= momentum
    velocity += grad
    param -= lr * (grad + momentum * velocity if nesterov else velocity)
    return param, velocity
