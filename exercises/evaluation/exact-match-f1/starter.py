"""Exact match and F1."""


def exact_match(prediction: str, references: list[str]) -> bool:
    """Equal to any reference after normalisation?"""
    raise NotImplementedError


def token_f1(prediction: str, references: list[str]) -> float:
    """The largest F1 of tokens over the references."""
    raise NotImplementedError
