"""A reward that a program can check."""


def last_box(text: str) -> str | None:
    """Inside of the last closed box, or None."""
    raise NotImplementedError


def reward(text: str, truth: str) -> float:
    """1.0 for the right answer plus 0.1 for the right format."""
    raise NotImplementedError
