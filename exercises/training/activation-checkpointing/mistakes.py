"""What people get wrong with checkpoints. Each docstring is the explanation."""


def _layer(h, w):
    return (h @ w.mT).tanh()


def _gradients(x, weights, grad, every, *, slope="output", restart=False, mean=False):
    layers, arriving = len(weights), grad
    held, h = {}, x
    for n, w in enumerate(weights):
        if n % every == 0:
            held[n] = h
        h = _layer(h, w)
    held[layers] = h
    found = []
    for start in reversed(range(0, layers, every)):
        end = min(start + every, layers)
        for n in range(start + 1, end):
            held[n] = _layer(held[n - 1], weights[n - 1])
        grad = arriving if restart else grad
        for n in reversed(range(start + 1, end + 1)):
            if slope == "output":
                grad = grad * (1 - held[n] ** 2)
            elif slope == "input":
                grad = grad * (1 - (held[n - 1] @ weights[n - 1].mT) ** 2)
            dw = grad.mT @ held[n - 1]
            found.append(dw / len(x) if mean else dw)
            grad = grad @ weights[n - 1]
            del held[n]
    return grad, found[::-1]


def tanh_slope_from_the_input(x, weights, grad, every):
    """The slope is computed as 1 - z², with z before the tanh. The slope of the tanh is 1 - tanh(z)², so take the layer's *output*."""
    return _gradients(x, weights, grad, every, slope="input")


def slope_left_out(x, weights, grad, every):
    """The gradient goes through the matrices only. At each layer it must also go back through the tanh: multiply with 1 - h²."""
    return _gradients(x, weights, grad, every, slope="none")


def short_segment_dropped(x, weights, grad, every):
    """The last layers are left out when they do not fill a segment. The number of segments is L / every *rounded up*, and the last one may be
    shorter."""
    whole = max(len(weights) // every, 1) * every
    return _gradients(x, weights[:whole], grad, every)


def gradient_not_handed_on(x, weights, grad, every):
    """Every segment begins with the gradient that arrives at the end of the network. It has to begin with what came out of the segment behind it: a
    checkpoint is no end of the chain rule."""
    return _gradients(x, weights, grad, every, restart=True)


def order_of_the_backward_pass(x, weights, grad, every):
    """The gradients of the weights come in the order of the backward pass, the last layer first. Return them in the order of `weights`."""
    dx, found = _gradients(x, weights, grad, every)
    return dx, found[::-1]


def averaged_over_the_batch(x, weights, grad, every):
    """The gradients of the weights are divided by the batch size. A mean, if the loss has one, is in `grad` already; rows of the batch add up."""
    return _gradients(x, weights, grad, every, mean=True)


def everything_kept(x, weights, grad, every):
    """The gradients are right, but all activations of the forward pass are kept. Keep those in front of layers 0, every, 2·every, ..., and drop what you
    computed again before the next segment begins."""
    return _gradients(x, weights, grad, len(weights))


def again_for_every_layer(x, weights, grad, every):
    """The gradients are right, but you run forward again for every single layer, so the time grows with the square of the number of layers. Run a
    segment forward once and keep its activations while you go back through it."""
    found = []
    for n in reversed(range(len(weights))):
        h = x
        for w in weights[:n]:
            h = _layer(h, w)
        grad = grad * (1 - _layer(h, weights[n]) ** 2)
        found.append(grad.mT @ h)
        grad = grad @ weights[n]
    return grad, found[::-1]


def segments_rounded_down(layers, every):
    """The number of segments is rounded down. A short segment at the end has a checkpoint in front of it, too."""
    segments = max(layers // every, 1)
    return segments + min(every, layers), layers - segments


def only_the_checkpoints(layers, every):
    """Only what is kept is counted as held. While a segment is gone back through, its inner activations are in memory as well."""
    segments = -(-layers // every)
    return segments + 1, layers - segments


def all_layers_again(layers, every):
    """You let every layer run twice. A layer whose output is kept need not run again: the last one of each segment."""
    return -(-layers // every) + min(every, layers), layers


def segment_longer_than_the_network(layers, every):
    """For `every` larger than the number of layers you count `every` activations in a segment. A segment has no more layers than there are."""
    segments = -(-layers // every)
    return segments + every, layers - segments
