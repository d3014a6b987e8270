SIGN = {"first": 1, "tie": 0, "second": -1}
NAME = {1: "A", 0: "tie", -1: "B"}


def combine(forward, swapped):
    a, b = SIGN[forward], -SIGN[swapped]
    return NAME[a * (a == b)]


def judge_report(pairs):
    signs = [(SIGN[f], -SIGN[s]) for f, s in pairs]
    outcome = [a * (a == b) for a, b in signs]
    n = len(pairs)
    places = [SIGN[v] for pair in pairs for v in pair if v != "tie"]
    return {
        "win_rate": 0.5 + sum(outcome) / (2 * n),
        "agreement": sum(a == b for a, b in signs) / n,
        "first_place": 0.5 if not places else (sum(places) / len(places) + 1) / 2,
    }
