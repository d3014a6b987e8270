import numpy as np


def solution_score(steps, how):
    values = np.asarray(steps, dtype=np.float64)
    if how == "min":
        return float(values.min())
    if how == "last":
        return float(values[-1])
    if how != "prod":
        raise ValueError(how)
    with np.errstate(divide="ignore"):
        return float(np.log(values).sum())


def best_of_n(solutions, how):
    return int(np.argmax([solution_score(steps, how) for steps in solutions]))


def first_error(labels):
    wrong = np.flatnonzero(np.asarray(labels) == -1)
    return int(wrong[0]) if wrong.size else None
