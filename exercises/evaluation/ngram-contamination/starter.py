"""Look for leaked test items."""


def overlap(item: str, documents: list[str], n: int) -> float:
    """Share of the item's n-grams that occur in a document."""
    raise NotImplementedError


def contaminated(items: list[str], documents: list[str], n: int, threshold: float) -> list[int]:
    """Indices of items whose overlap is at least the threshold."""
    raise NotImplementedError
