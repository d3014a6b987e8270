import numpy as np


def group_report(correct, groups):
    correct = np.array(correct, dtype=float)
    names, index = np.unique(groups, return_inverse=True)
    accuracy = np.bincount(index, weights=correct) / np.bincount(index)
    at = int(accuracy.argmin())
    return {
        "overall": float(correct.mean()),
        "worst": float(accuracy[at]),
        "gap": float(np.ptp(accuracy)),
        "worst_group": str(names[at]),
    }


def robust_accuracy(results):
    return float(np.mean([min(item) for item in results]))


def relative_drop(clean, perturbed):
    with np.errstate(divide="ignore", invalid="ignore"):
        drop = np.float64(clean - perturbed) / np.float64(clean)
    return float(drop) if np.isfinite(drop) else 0.0
