"""What people get wrong in calibration error. Each docstring is the explanation."""


def _bins(confidences, correct, bins):
    found = [[] for _ in range(bins)]
    for c, right in zip(confidences, correct):
        found[min(int(c * bins), bins - 1)].append((c, right))
    return [members for members in found if members]


def _gap(members):
    return sum(r for _, r in members) / len(members) - sum(c for c, _ in members) / len(members)


def signed_gaps(confidences, correct, bins=10):
    """The gaps are added with their signs, so overconfidence in one bin cancels underconfidence in another. Take absolute values."""
    n = max(1, len(confidences))
    return abs(sum(len(m) / n * _gap(m) for m in _bins(confidences, correct, bins)))


def unweighted_bins(confidences, correct, bins=10):
    """All bins count alike, however few predictions they hold. Weigh each with its share of the predictions."""
    found = _bins(confidences, correct, bins)
    return sum(abs(_gap(m)) for m in found) / len(found) if found else 0.0


def loses_certain_predictions(confidences, correct, bins=10):
    """Predictions with confidence 1.0 are lost: they fall into a bin behind the last one. They belong to the last."""
    kept = [(c, r) for c, r in zip(confidences, correct) if c < 1.0]
    found = _bins([c for c, _ in kept], [r for _, r in kept], bins)
    return sum(len(m) / len(confidences) * abs(_gap(m)) for m in found)


def midpoint_as_confidence(confidences, correct, bins=10):
    """You take the middle of the bin as its confidence. The predictions in it have a mean of their own; that is what is compared with the accuracy."""
    total = 0.0
    for m in _bins(confidences, correct, bins):
        middle = (min(int(m[0][0] * bins), bins - 1) + 0.5) / bins
        total += len(m) / len(confidences) * abs(sum(r for _, r in m) / len(m) - middle)
    return total


def brier_score(confidences, correct, bins=10):
    """This is the Brier score, the mean squared difference between confidence and outcome. It needs no bins and measures accuracy along with
    calibration."""
    n = max(1, len(confidences))
    return sum((c - r) ** 2 for c, r in zip(confidences, correct)) / n


def one_big_bin(confidences, correct, bins=10):
    """Only the overall accuracy and the overall mean confidence are compared. Errors in different regions cancel; that is why there are bins."""
    members = list(zip(confidences, correct))
    return abs(_gap(members)) if members else 0.0
