"""Which tiles to compute, and what they move."""


def tile_schedule(
    queries: int, keys: int, query_block: int, key_block: int
) -> list[tuple[int, int, str]]:
    """(query block, key block, "full" or "masked") of the tiles with an allowed pair."""
    raise NotImplementedError


def flash_traffic(length: int, width: int, memory: int, causal: bool = False) -> int:
    """Numbers that one head of tiled attention reads and writes."""
    raise NotImplementedError
