"""Layer normalisation. Source: Ba et al., arXiv:1607.06450; torch.nn.LayerNorm documentation."""

from torch import Tensor


def layer_norm(x: Tensor, gain: Tensor, shift: Tensor, eps: float = 1e-5) -> Tensor:
    centred = x - x.mean(dim=-1, keepdim=True)  # (..., d)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (..., 1)
    return centred / (variance + eps).sqrt() * gain + shift
