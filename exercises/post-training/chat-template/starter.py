"""Chat template and loss mask."""


def render(messages: list[tuple[str, str]], generate: bool = False) -> str:
    """A conversation as one text."""
    raise NotImplementedError


def labels(
    turns: list[tuple[str, list[int]]], end: int, last_only: bool = False
) -> tuple[list[int], list[int]]:
    """All ids, and their labels: -100 where nothing is learned."""
    raise NotImplementedError
