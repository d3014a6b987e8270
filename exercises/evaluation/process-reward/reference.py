"""Using step scores. Source: Lightman et al., arXiv:2305.20050 (product and minimum of step scores); Zheng et al., arXiv:2412.06559 (first error)."""

import math


def solution_score(steps: list[float], how: str) -> float:
    if how == "min":
        return min(steps)
    if how == "last":
        return steps[-1]
    if how == "prod":
        return sum(math.log(step) if step else -math.inf for step in steps)
    raise ValueError(f"unknown aggregation {how!r}")


def best_of_n(solutions: list[list[float]], how: str) -> int:
    scores = [solution_score(steps, how) for steps in solutions]
    return scores.index(max(scores))


def first_error(labels: list[int]) -> int | None:
    return labels.index(-1) if -1 in labels else None
