"""Count neighbouring pairs."""


def pair_counts(chunks: dict[tuple[bytes, ...], int]) -> dict[tuple[bytes, bytes], int]:
    """Pair of neighbouring pieces -> how often it occurs, weighted with the chunks' frequencies."""
    raise NotImplementedError
