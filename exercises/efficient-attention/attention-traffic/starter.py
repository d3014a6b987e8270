"""Count the bytes of attention."""


def score_bytes(batch: int, heads: int, length: int, bytes_per: int) -> int:
    """Bytes of all score matrices of one layer."""
    raise NotImplementedError


def naive_traffic(length: int, width: int) -> tuple[int, int]:
    """Numbers read and written by one head of standard attention."""
    raise NotImplementedError


def longest_sequence(budget: int, heads: int, bytes_per: int) -> int:
    """The largest length whose scores fit into the budget."""
    raise NotImplementedError
