import math

import torch


def sinusoidal_positions(length, width):
    rows = []
    for p in range(length):
        row = []
        for column in range(width):
            angle = p / 10000 ** (2 * (column // 2) / width)
            row.append(math.sin(angle) if column % 2 == 0 else math.cos(angle))
        rows.append(row)
    return torch.tensor(rows, dtype=torch.float32).reshape(length, width)
