"""Expected calibration error."""


def calibration_error(confidences: list[float], correct: list[bool], bins: int = 10) -> float:
    """Weighted mean of |accuracy - mean confidence| over bins of equal width."""
    raise NotImplementedError
