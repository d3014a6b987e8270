"""Build a few-shot prompt."""

import random  # noqa: F401

Item = tuple[str, list[str], int]


def choose_shots(pool: list[Item], item: Item, k: int, seed: int) -> list[Item]:
    """k demonstrations from the pool, never the asked question."""
    raise NotImplementedError


def build_prompt(shots: list[Item], item: Item) -> str:
    """Blocks of question, options and answer; the last answer is open."""
    raise NotImplementedError
