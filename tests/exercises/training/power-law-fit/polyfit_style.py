import numpy as np
import torch


def fit_power_law(x, y, offset=0.0):
    slope, intercept = np.polyfit(np.log10(x.numpy()), np.log10(y.numpy() - offset), 1)
    return float(10**intercept), float(-slope)


def predict_power_law(x, coefficient, exponent, offset=0.0):
    return torch.from_numpy(coefficient / np.power(x.numpy(), exponent) + offset)


def needed_size(loss, coefficient, exponent, offset=0.0):
    if loss > offset:
        return float(np.exp((np.log(coefficient) - np.log(loss - offset)) / exponent))
    return float("inf")
