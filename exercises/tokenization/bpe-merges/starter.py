"""Learn BPE merges, and apply them. Only the standard library is needed."""


def learn_merges(counts: dict[bytes, int], num_merges: int) -> list[tuple[bytes, bytes]]:
    """The first `num_merges` merges; ties go to the lexicographically greater pair."""
    raise NotImplementedError


def apply_merges(chunk: bytes, merges: list[tuple[bytes, bytes]]) -> list[bytes]:
    """The pieces of `chunk`; the merge learned first is applied first."""
    raise NotImplementedError
