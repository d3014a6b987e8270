import torch


def swiglu(x, w_gate, w_up, w_down):
    a = torch.einsum("...d,fd->...f", x, w_gate)
    b = torch.einsum("...d,fd->...f", x, w_up)
    gate = a / (1 + torch.exp(-a.clamp(min=-80)))
    return torch.einsum("...f,df->...d", gate * b, w_down)
