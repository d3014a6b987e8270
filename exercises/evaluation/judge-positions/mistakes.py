"""What people get wrong when both orders are judged. Each docstring is the explanation."""

_FORWARD = {"first": "A", "second": "B", "tie": "tie"}
_SWAPPED = {"first": "B", "second": "A", "tie": "tie"}


def _combine(forward, swapped):
    one, two = _FORWARD[forward], _SWAPPED[swapped]
    return one if one == two else "tie"


def forgets_to_translate(forward, swapped):
    """The second verdict is not translated: in the exchanged order "first" means B. As it stands, a judge that always says "first" makes A win everything."""
    one, two = _FORWARD[forward], _FORWARD[swapped]
    return one if one == two else "tie"


def trusts_the_first_order(forward, swapped):
    """Only the first order is used. The second one is there to take out what the place alone decides."""
    return _FORWARD[forward]


def one_win_and_one_tie_win(forward, swapped):
    """A win in one order and a tie in the other counts as a win. The task believes only verdicts that both orders give."""
    one, two = _FORWARD[forward], _SWAPPED[swapped]
    if "tie" in (one, two):
        return two if one == "tie" else one
    return one if one == two else "tie"


def disagreement_goes_to_b(forward, swapped):
    """Whatever is not a win of A becomes a win of B. When the orders contradict each other the judge has not decided: that is a tie."""
    one, two = _FORWARD[forward], _SWAPPED[swapped]
    if one == two:
        return one
    return "B" if {one, two} == {"A", "B"} else "tie"


def _report(pairs, *, win=None, same=None, first=None):
    results = [_combine(*pair) for pair in pairs]
    single = [v for pair in pairs for v in pair if v != "tie"]
    agree = [_FORWARD[a] == _SWAPPED[b] for a, b in pairs]
    half = (results.count("A") + 0.5 * results.count("tie")) / len(pairs)
    return {
        "win_rate": win(results) if win else half,
        "agreement": same(pairs) if same else sum(agree) / len(pairs),
        "first_place": first(pairs)
        if first
        else (single.count("first") / len(single) if single else 0.5),
    }


def ties_left_out(pairs):
    """Ties count nothing in the win rate. A tie counts half; without it, a model that rarely loses but mostly ties looks weak."""
    return _report(pairs, win=lambda results: results.count("A") / len(results))


def two_ties_disagree(pairs):
    """Two ties count as disagreement. Both orders say the same there: that no answer is better."""
    return _report(pairs, same=lambda ps: sum(_combine(*pair) != "tie" for pair in ps) / len(ps))


def bias_over_all_verdicts(pairs):
    """Ties are in the denominator of the first-place share. A tie says nothing on places; among verdicts that prefer one place, half of them should be "first"."""

    def share(ps):
        every = [v for pair in ps for v in pair]
        return every.count("first") / len(every) if set(every) != {"tie"} else 0.5

    return _report(pairs, first=share)


def bias_from_the_first_order(pairs):
    """The first-place share looks at the first order only. There A always stands first, so a good model A looks like a biased judge; both orders together take that out."""

    def share(ps):
        single = [a for a, _ in ps if a != "tie"]
        return single.count("first") / len(single) if single else 0.5

    return _report(pairs, first=share)
