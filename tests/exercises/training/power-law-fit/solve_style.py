"""As a linear system with two unknowns."""

import math

import torch


def fit_power_law(x, y, offset=0.0):
    design = torch.stack([torch.ones_like(x), -x.log()], dim=1)
    right = torch.log(y - offset)[:, None]
    solution = torch.linalg.lstsq(design, right).solution.flatten().tolist()
    return math.exp(solution[0]), solution[1]


def predict_power_law(x, coefficient, exponent, offset=0.0):
    return torch.exp(math.log(coefficient) - exponent * x.log()) + offset


def needed_size(loss, coefficient, exponent, offset=0.0):
    gap = loss - offset
    return math.inf if gap <= 0 else (gap / coefficient) ** (-1 / exponent)
