"""How sure is a score?"""


def wilson_interval(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """Lower and upper end of the Wilson interval of an accuracy."""
    raise NotImplementedError


def mcnemar(first: list[bool], second: list[bool]) -> float:
    """McNemar's statistic for two models on the same questions."""
    raise NotImplementedError
