"""With sums, as in an old textbook."""

import math

import torch


def fit_power_law(x, y, offset=0.0):
    points = [(math.log(a), math.log(b - offset)) for a, b in zip(x.tolist(), y.tolist())]
    n = len(points)
    mean_u = sum(u for u, v in points) / n
    mean_v = sum(v for u, v in points) / n
    top = bottom = 0.0
    for u, v in points:
        top += (u - mean_u) * (v - mean_v)
        bottom += (u - mean_u) ** 2
    slope = top / bottom
    return math.exp(mean_v - slope * mean_u), -slope


def predict_power_law(x, coefficient, exponent, offset=0.0):
    numbers = [offset + coefficient / size**exponent for size in x.flatten().tolist()]
    return torch.tensor(numbers, dtype=torch.float64).reshape(x.shape)


def needed_size(loss, coefficient, exponent, offset=0.0):
    if loss <= offset:
        return float("inf")
    return math.exp(math.log(coefficient / (loss - offset)) / exponent)
