import torch


def rotary(x, positions, base=10000.0):
    d = x.shape[-1]
    rate = torch.pow(torch.tensor(base, dtype=torch.double), -torch.arange(0, d, 2).double() / d)
    turn = torch.polar(
        torch.ones(len(positions), d // 2, dtype=torch.double), positions.double()[:, None] * rate
    )
    pairs = torch.view_as_complex(x.double().reshape(*x.shape[:-1], d // 2, 2).contiguous())
    return torch.view_as_real(pairs * turn).flatten(-2).to(x.dtype)
