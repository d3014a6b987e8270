"""Cut text before training."""

import regex  # noqa: F401

GPT2 = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def pretokenize(text: str, specials: list[str]) -> list[str]:
    """Chunks and whole special tokens; joined they are the text."""
    raise NotImplementedError
