"""What people get wrong in gradient accumulation. Each docstring is the explanation."""

import torch
import torch.nn.functional as F


def _loss(w, rows, labels, reduction):
    return F.cross_entropy((rows @ w.mT).flatten(0, 1), labels.flatten(), reduction=reduction)


def _parts(w, x, y, micro, weight, reduction="mean"):
    """Add weight(labels) times the loss of each micro-batch."""
    w = w.clone().requires_grad_(True)
    loss = 0.0
    for rows, labels in zip(x.split(micro), y.split(micro)):
        part = weight(labels) * _loss(w, rows, labels, reduction)
        part.backward()
        loss += part.item()
    return loss, w.grad


def _count(labels):
    return int((labels != -100).sum())


def mean_of_the_means(w, x, y, micro):
    """Each micro-batch gives its mean loss, and all micro-batches weigh the same. So a token in a micro-batch with few counted tokens weighs more than one in
    a full one. Divide the sums of the losses by the number of counted tokens of the whole batch."""
    steps = len(y.split(micro))
    return _parts(w, x, y, micro, lambda labels: 1 / steps)


def sum_of_the_means(w, x, y, micro):
    """The mean losses of the micro-batches are added and never divided. Loss and gradient grow with the number of micro-batches, as if the learning rate had
    been raised."""
    return _parts(w, x, y, micro, lambda labels: 1.0)


def weighs_by_sequences(w, x, y, micro):
    """Each micro-batch's mean is weighed by its share of the *sequences*. The loss is a mean over tokens, so its share of the counted tokens is what
    matters."""
    return _parts(w, x, y, micro, lambda labels: len(labels) / len(y))


def divides_by_all_positions(w, x, y, micro):
    """The sum of the losses is divided by B·T, all positions. Positions with the label -100 add nothing to the sum, so they must not be counted below the line
    either."""
    return _parts(w, x, y, micro, lambda labels: 1 / y.numel(), "sum")


def nan_from_an_empty_part(w, x, y, micro):
    """The mean of a micro-batch without counted tokens is 0/0, which is nan, and 0 times nan is still nan. One such micro-batch spoils the whole step. Work with
    sums, or skip it."""
    return _parts(w, x, y, micro, lambda labels: _count(labels) / _count(y))


def drops_the_last_part(w, x, y, micro):
    """Only whole micro-batches are used: your loop makes B // micro of them. If B is not a multiple, the last sequences never reach the gradient."""
    whole = len(y) // micro * micro if len(y) > micro else len(y)
    total = _count(y)
    return _parts(w, x[:whole], y[:whole], micro, lambda labels: 1 / total, "sum")


def gradient_of_the_last_part(w, x, y, micro):
    """The gradient is that of the last micro-batch: it is set to zero, or overwritten, inside the loop. Clear it once before the loop, and let `backward` add
    to it."""
    w = w.clone().requires_grad_(True)
    loss = 0.0
    for rows, labels in zip(x.split(micro), y.split(micro)):
        w.grad = None
        part = _loss(w, rows, labels, "sum") / _count(y)
        part.backward()
        loss += part.item()
    return loss, w.grad


def one_backward_for_all(w, x, y, micro):
    """The numbers are right, but everything is in memory at once: the losses are added up first and `backward` is called once, so autograd keeps the logits of every
    micro-batch until then (as it does without any cutting). Call `backward` for each micro-batch inside the loop."""
    w = w.clone().requires_grad_(True)
    parts = [_loss(w, *both, "sum") for both in zip(x.split(micro), y.split(micro))]
    loss = torch.stack(parts).sum() / _count(y)
    loss.backward()
    return loss.item(), w.grad


def equal_weights(y, micro):
    """All micro-batches get the same weight. That holds only if they have equally many counted positions."""
    steps = len(y.split(micro))
    return [1 / steps] * steps


def weights_by_sequences(y, micro):
    """The weights are shares of the sequences. Sequences count differently many positions; what a mean over tokens needs is the share of the counted
    positions."""
    return [len(labels) / len(y) for labels in y.split(micro)]
