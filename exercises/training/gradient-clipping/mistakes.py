"""What people get wrong in clipping. Each docstring is the explanation."""

import torch


def _norm(grads):
    return torch.stack([g.square().sum() for g in grads]).sum().sqrt()


def each_tensor_by_itself(grads, max_norm):
    """Each tensor is clipped by its *own* norm. Layers with large gradients are held back more than others, and the step points elsewhere. One norm over all
    tensors, one factor."""
    out = [g * min(1.0, max_norm / max(float(g.norm()), 1e-12)) for g in grads]
    return out, _norm(grads)


def each_number_by_itself(grads, max_norm):
    """Every number is cut off at the limit. That changes the direction: (3, 4) becomes (1, 1)."""
    return [g.clamp(-max_norm, max_norm) for g in grads], _norm(grads)


def always_rescales(grads, max_norm):
    """Small gradients are scaled *up* to the limit. Clipping only ever shortens."""
    norm = _norm(grads)
    return [g * (max_norm / norm) if norm > 0 else g.clone() for g in grads], norm


def returns_the_norm_after(grads, max_norm):
    """The returned norm is the one after clipping. The norm before tells how violent a step would have been; that is what one logs."""
    norm = _norm(grads)
    out = [g * (max_norm / norm if norm > max_norm else 1.0) for g in grads]
    return out, _norm(out)


def sum_instead_of_root(grads, max_norm):
    """The root is missing: you compare and divide by the sum of squares."""
    norm = _norm(grads).square()
    return [g * (max_norm / norm if norm > max_norm else 1.0) for g in grads], norm


def largest_norm_only(grads, max_norm):
    """The norm is that of the largest tensor. All tensors together are longer than any one of them."""
    norm = torch.stack([g.norm() for g in grads]).max()
    return [g * (max_norm / norm if norm > max_norm else 1.0) for g in grads], norm
