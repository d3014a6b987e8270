import numpy as np


def calibration_error(confidences, correct, bins=10):
    if not confidences:
        return 0.0
    c, r = np.array(confidences), np.array(correct, dtype=float)
    which = np.minimum((c * bins).astype(int), bins - 1)
    error = 0.0
    for b in np.unique(which):
        here = which == b
        error += here.mean() * abs(r[here].mean() - c[here].mean())
    return float(error)
