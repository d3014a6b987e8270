"""Merge one pair."""


def merge_pair(pieces: list[bytes], pair: tuple[bytes, bytes]) -> list[bytes]:
    """A new list in which the pair is joined, from left to right, without overlap."""
    raise NotImplementedError
