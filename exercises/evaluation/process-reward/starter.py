"""Step scores, and the best of n solutions."""


def solution_score(steps: list[float], how: str) -> float:
    """One score from the scores of the steps; how is "min", "prod" or "last"."""
    raise NotImplementedError


def best_of_n(solutions: list[list[float]], how: str) -> int:
    """Index of the solution with the largest score."""
    raise NotImplementedError


def first_error(labels: list[int]) -> int | None:
    """Index of the first wrong step, or None."""
    raise NotImplementedError
