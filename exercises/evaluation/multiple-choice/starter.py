"""Multiple choice by log-probability."""


def score_options(logprobs: list[list[float]], texts: list[str], norm: str = "none") -> list[float]:
    """One score per option; norm is "none", "tokens", "chars" or "bytes"."""
    raise NotImplementedError


def accuracy(items: list[tuple[list[list[float]], list[str], int]], norm: str = "none") -> float:
    """Share of questions whose right option has the largest score."""
    raise NotImplementedError
