import math

import torch


def sinusoidal_positions(length, width):
    table = torch.zeros(length, width, dtype=torch.double)
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.double) * (-math.log(10000.0) / width))
    table[:, 0::2] = torch.sin(torch.outer(torch.arange(length, dtype=torch.double), rate))
    table[:, 1::2] = torch.cos(torch.outer(torch.arange(length, dtype=torch.double), rate))
    return table.to(torch.float32)
