"""Sensitivity to the order of options. Source: Pezeshkpour and Hruschka, arXiv:2308.11483; Zheng et al., arXiv:2309.03882 sec. 2."""


def rotations(options: list[str], gold: int) -> list[tuple[list[str], int]]:
    n = len(options)
    return [(options[shift:] + options[:shift], (gold - shift) % n) for shift in range(n)]


def order_report(answers: list[list[int]], golds: list[int]) -> dict[str, float]:
    n = len(answers[0])
    meant = [[(place + s) % n for s, place in enumerate(places)] for places in answers]
    right = [[option == gold for option in options] for options, gold in zip(meant, golds)]
    by_shift = [sum(column) / len(golds) for column in zip(*right)]
    return {
        "accuracy": sum(by_shift) / n,
        "spread": max(by_shift) - min(by_shift),
        "consistent": sum(len(set(options)) == 1 for options in meant) / len(golds),
    }
