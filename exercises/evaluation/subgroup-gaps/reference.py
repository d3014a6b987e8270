"""Worst groups and worst cases. Source: Liang et al., arXiv:2211.09110 sec. 4.5 and 4.6 (robustness as worst case, fairness)."""


def group_report(correct: list[bool], groups: list[str]) -> dict[str, float | str]:
    answers: dict[str, list[bool]] = {}
    for right, group in zip(correct, groups):
        answers.setdefault(group, []).append(right)
    accuracy = {group: sum(found) / len(found) for group, found in answers.items()}
    worst = min(accuracy, key=lambda group: (accuracy[group], group))
    return {
        "overall": sum(correct) / len(correct),
        "worst": accuracy[worst],
        "gap": max(accuracy.values()) - accuracy[worst],
        "worst_group": worst,
    }


def robust_accuracy(results: list[list[bool]]) -> float:
    return sum(all(item) for item in results) / len(results)


def relative_drop(clean: float, perturbed: float) -> float:
    return (clean - perturbed) / clean if clean else 0.0
