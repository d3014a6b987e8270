"""Clipping by the global norm. Source: Pascanu et al., arXiv:1211.5063; torch.nn.utils.clip_grad_norm_."""

import torch
from torch import Tensor


def clip_by_global_norm(grads: list[Tensor], max_norm: float) -> tuple[list[Tensor], Tensor]:
    norm = torch.stack([grad.square().sum() for grad in grads]).sum().sqrt()
    factor = max_norm / norm if norm > max_norm else 1.0
    return [grad * factor for grad in grads], norm
