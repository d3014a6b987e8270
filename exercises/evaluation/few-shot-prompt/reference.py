"""A few-shot prompt for multiple choice. Source: Brown et al., arXiv:2005.14165 sec. 2; Hendrycks et al., arXiv:2009.03300 sec. 4 (layout)."""

import random
import string

Item = tuple[str, list[str], int]


def _plain(question: str) -> str:
    return " ".join(question.casefold().split())


def choose_shots(pool: list[Item], item: Item, k: int, seed: int) -> list[Item]:
    rest = [one for one in pool if _plain(one[0]) != _plain(item[0])]
    return random.Random(seed).sample(rest, k)  # raises ValueError when there are too few


def _block(item: Item) -> str:
    question, options, _ = item
    lines = [f"{letter}. {text}" for letter, text in zip(string.ascii_uppercase, options)]
    return "\n".join([f"Question: {question}", *lines, "Answer:"])


def build_prompt(shots: list[Item], item: Item) -> str:
    blocks = [f"{_block(shot)} {string.ascii_uppercase[shot[2]]}" for shot in shots]
    return "\n\n".join([*blocks, _block(item)])
