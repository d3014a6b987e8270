"""Backward pass of layer norm. Source: the derivative of Ba et al., arXiv:1607.06450 sec. 3."""

from torch import Tensor


def layer_norm_backward(
    grad: Tensor, x: Tensor, gain: Tensor, eps: float = 1e-5
) -> tuple[Tensor, Tensor, Tensor]:
    centred = x - x.mean(dim=-1, keepdim=True)  # (..., d)
    scale = (centred.square().mean(dim=-1, keepdim=True) + eps).rsqrt()  # (..., 1)
    normal = centred * scale  # (..., d)

    inner = grad * gain  # (..., d), the gradient at `normal`
    through_mean = inner.mean(dim=-1, keepdim=True)  # (..., 1)
    through_variance = normal * (inner * normal).mean(dim=-1, keepdim=True)  # (..., d)
    dx = scale * (inner - through_mean - through_variance)

    width = x.shape[-1]
    dgain = (grad * normal).reshape(-1, width).sum(dim=0)  # (d,)
    dshift = grad.reshape(-1, width).sum(dim=0)  # (d,)
    return dx, dgain, dshift
