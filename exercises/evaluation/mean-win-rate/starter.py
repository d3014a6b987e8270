"""From many scores to one ranking."""


def normalised(accuracy: float, chance: float) -> float:
    """0 at chance or below, 1 at a perfect score."""
    raise NotImplementedError


def mean_win_rates(scores: dict[str, dict[str, float]]) -> dict[str, float]:
    """Model -> mean over tasks of the share of other models it beats."""
    raise NotImplementedError


def ranking(accuracies: dict[str, dict[str, float]], chances: dict[str, float]) -> list[str]:
    """Models by mean normalised score, best first."""
    raise NotImplementedError
