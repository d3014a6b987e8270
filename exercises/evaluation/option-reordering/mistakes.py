"""What people get wrong when options are reordered. Each docstring is the explanation."""


def gold_stays(options, gold):
    """The options move and the index of the right one does not. Every version but the first is then scored against a wrong option."""
    return [(options[s:] + options[:s], gold) for s in range(len(options))]


def shifts_to_the_right(options, gold):
    """You shift to the right. The answers of a model are translated back by the shift, so its direction has to be the one agreed on: to the left."""
    n = len(options)
    return [(options[n - s :] + options[: n - s], (gold + s) % n) for s in range(n)]


def gold_moves_the_wrong_way(options, gold):
    """The options go to the left, but the index of the right one goes up. Shifted to the left by s, an option is found s places earlier: (gold - s) mod n."""
    n = len(options)
    return [(options[s:] + options[:s], (gold + s) % n) for s in range(n)]


def _report(meant, golds, *, spread=None, consistent=None, accuracy=None):
    n = len(meant[0])
    right = [[option == gold for option in options] for options, gold in zip(meant, golds)]
    shifts = [sum(column) / len(golds) for column in zip(*right)]
    same = [len(set(options)) == 1 for options in meant]
    return {
        "accuracy": accuracy(shifts, right) if accuracy else sum(shifts) / n,
        "spread": spread(shifts) if spread else max(shifts) - min(shifts),
        "consistent": sum(consistent(same, right) if consistent else same) / len(golds),
    }


def _meant(answers):
    n = len(answers[0])
    return [[(place + s) % n for s, place in enumerate(places)] for places in answers]


def compares_places(answers, golds):
    """Places are compared as they are. In a shifted version place 0 holds another option: translate each place back to the option it meant, (place + shift) mod n."""
    return _report(answers, golds)


def consistent_means_right(answers, golds):
    """Only items that are right in all orders count as consistent. A model that names the same wrong option each time is consistent, too: it believes something wrong."""
    return _report(
        _meant(answers), golds, consistent=lambda same, right: [all(row) for row in right]
    )


def spread_is_a_deviation(answers, golds):
    """The spread is asked for as largest minus smallest accuracy; you return a standard deviation."""

    def deviation(shifts):
        mean = sum(shifts) / len(shifts)
        return (sum((x - mean) ** 2 for x in shifts) / len(shifts)) ** 0.5

    return _report(_meant(answers), golds, spread=deviation)


def mean_of_one_order(answers, golds):
    """The accuracy is that of the original order only. Averaged over all rotations every option stood in every place, which is what takes the preference for a place out."""
    return _report(_meant(answers), golds, accuracy=lambda shifts, right: shifts[0])


def any_order_counts(answers, golds):
    """An item counts as right if it was right in any order. With n tries a model that always says "A" would get everything right."""
    return _report(
        _meant(answers),
        golds,
        accuracy=lambda shifts, right: sum(any(row) for row in right) / len(right),
    )
