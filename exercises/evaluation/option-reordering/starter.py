"""Does the order of the options decide?"""


def rotations(options: list[str], gold: int) -> list[tuple[list[str], int]]:
    """All versions of one question, shifted to the left, with the place of the right option."""
    raise NotImplementedError


def order_report(answers: list[list[int]], golds: list[int]) -> dict[str, float]:
    """`accuracy`, `spread` over the shifts, and share of `consistent` items."""
    raise NotImplementedError
