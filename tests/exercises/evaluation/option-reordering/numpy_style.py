from collections import deque

import numpy as np


def rotations(options, gold):
    out = []
    for shift in range(len(options)):
        turned = deque(enumerate(options))
        turned.rotate(-shift)
        old = [index for index, _ in turned]
        out.append(([text for _, text in turned], old.index(gold)))
    return out


def order_report(answers, golds):
    places = np.array(answers)
    n = places.shape[1]
    options = (places + np.arange(n)) % n
    right = options == np.array(golds)[:, None]
    by_shift = right.mean(axis=0)
    return {
        "accuracy": float(right.mean()),
        "spread": float(np.ptp(by_shift)),
        "consistent": float((options == options[:, :1]).all(axis=1).mean()),
    }
