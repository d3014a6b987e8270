"""Expected calibration error. Source: Guo et al., arXiv:1706.04599 eq. 3; HELM, arXiv:2211.09110 sec. 4.4."""


def calibration_error(confidences: list[float], correct: list[bool], bins: int = 10) -> float:
    found: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in zip(confidences, correct):
        found[min(int(confidence * bins), bins - 1)].append((confidence, right))
    error = 0.0
    for members in filter(None, found):
        mean_confidence = sum(c for c, _ in members) / len(members)
        accuracy = sum(right for _, right in members) / len(members)
        error += len(members) / len(confidences) * abs(accuracy - mean_confidence)
    return error
