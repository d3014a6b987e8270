"""Gaps between groups, and robust accuracy."""


def group_report(correct: list[bool], groups: list[str]) -> dict[str, float | str]:
    """`overall`, `worst` and `gap` of accuracies, and the `worst_group`."""
    raise NotImplementedError


def robust_accuracy(results: list[list[bool]]) -> float:
    """Share of items that are right on the original and on every variant."""
    raise NotImplementedError


def relative_drop(clean: float, perturbed: float) -> float:
    """The part of the clean accuracy that is lost."""
    raise NotImplementedError
