import torch


def round_to_bf16(x):
    y = x.double()
    _, exponent = torch.frexp(y)
    exponent = exponent.clamp(min=-125)
    step = torch.ldexp(torch.ones_like(y), exponent - 8)
    rounded = torch.round(y / step) * step
    limit = 2.0**128
    rounded = torch.where(
        rounded.abs() >= limit, torch.copysign(torch.tensor(torch.inf).double(), y), rounded
    )
    return torch.where(torch.isfinite(x), rounded.float(), x)
