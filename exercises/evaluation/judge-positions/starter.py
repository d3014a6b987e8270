"""A judge, asked in both orders."""


def combine(forward: str, swapped: str) -> str:
    """A, B or tie, from the verdicts of both orders."""
    raise NotImplementedError


def judge_report(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """`win_rate` of A, `agreement` of the orders, and share of the `first_place`."""
    raise NotImplementedError
