"""What people get wrong in LoRA. Each docstring is the explanation."""


def scale_is_alpha(x, w, a, b, alpha):
    """The update is scaled by alpha instead of alpha / r. Dividing by the rank keeps the size of the update when r is changed."""
    return x @ w.detach().mT + alpha * (x @ a.mT @ b.mT)


def product_turned_round(x, w, a, b, alpha):
    """The factors are multiplied in the wrong order, A·B. Only B·A has the shape of the weight: down to r with A, then up with B."""
    return x @ w.detach().mT + alpha / a.shape[0] * (x @ (a @ b).mT)


def base_is_trained(x, w, a, b, alpha):
    """The result is right, but a gradient flows into w. The base weight is frozen; that is where LoRA's saving comes from. Detach it."""
    return x @ w.mT + alpha / a.shape[0] * (x @ a.mT @ b.mT)


def base_left_out(x, w, a, b, alpha):
    """Only the update is returned. LoRA adds it to the frozen layer's output."""
    return alpha / a.shape[0] * (x @ a.mT @ b.mT) + 0 * (x @ w.detach().mT)


def no_scale(x, w, a, b, alpha):
    """alpha is not used: the update is added as it is. It is scaled by alpha / r."""
    return x @ w.detach().mT + x @ a.mT @ b.mT


def merge_without_scale(w, a, b, alpha):
    """The merged weight lacks the factor alpha / r, so it acts differently from the two paths apart."""
    return w + b @ a


def merge_changes_the_weight(w, a, b, alpha):
    """The numbers are right, but the given weight itself was changed. A second merge, or another adapter, would start from the wrong weight. Return a new
    tensor."""
    w += alpha / a.shape[0] * b @ a
    return w
