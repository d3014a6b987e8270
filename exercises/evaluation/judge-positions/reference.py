"""A pairwise judge with exchanged positions. Source: Zheng et al., arXiv:2306.05685 sec. 3.3 and 3.4 (position bias, swapping)."""

_FORWARD = {"first": "A", "second": "B", "tie": "tie"}
_SWAPPED = {"first": "B", "second": "A", "tie": "tie"}


def combine(forward: str, swapped: str) -> str:
    one, two = _FORWARD[forward], _SWAPPED[swapped]
    return one if one == two else "tie"


def judge_report(pairs: list[tuple[str, str]]) -> dict[str, float]:
    results = [combine(forward, swapped) for forward, swapped in pairs]
    same = [_FORWARD[forward] == _SWAPPED[swapped] for forward, swapped in pairs]
    single = [verdict for pair in pairs for verdict in pair if verdict != "tie"]
    return {
        "win_rate": (results.count("A") + 0.5 * results.count("tie")) / len(pairs),
        "agreement": sum(same) / len(pairs),
        "first_place": single.count("first") / len(single) if single else 0.5,
    }
