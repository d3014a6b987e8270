"""What people get wrong in putting scores together. Each docstring is the explanation."""


def _normalised(accuracy, chance):
    return max(0.0, (accuracy - chance) / (1 - chance))


def divides_by_chance(accuracy, chance):
    """You divide by the chance level. What has to become 1 is the room *above* chance: divide by 1 - chance."""
    return max(0.0, (accuracy - chance) / chance) if chance else max(0.0, accuracy)


def no_floor(accuracy, chance):
    """Scores below chance become negative. The task puts them at 0: below chance there is only noise, or an answer format that went wrong."""
    return (accuracy - chance) / (1 - chance)


def divides_by_nothing(accuracy, chance):
    """Only the chance level is subtracted. A perfect score then is not 1 but 1 - chance, another number for every task."""
    return max(0.0, accuracy - chance)


def _rates(scores, *, own=False, half=0.5, missing=None):
    found = {}
    for model, mine in scores.items():
        rates = []
        for task in mine if missing is None else {t for s in scores.values() for t in s}:
            score = mine.get(task, missing)
            others = [
                s.get(task, missing)
                for name, s in scores.items()
                if (own or name != model) and (missing is not None or task in s)
            ]
            if others and (not own or len(others) > 1):
                wins = sum((score > o) + half * (score == o) for o in others)
                rates.append((wins, len(others)))
        found[model] = rates
    return found


def _mean(rates):
    return sum(wins / number for wins, number in rates) / len(rates) if rates else 0.0


def beats_itself(scores):
    """A model is compared with itself as well and gets half a win for it. Only the *other* models count."""
    return {model: _mean(rates) for model, rates in _rates(scores, own=True).items()}


def ties_are_losses(scores):
    """Equal scores count as lost by both. Then the win rates of a task no longer average to one half; a tie is half a win for each."""
    return {model: _mean(rates) for model, rates in _rates(scores, half=0.0).items()}


def pools_all_comparisons(scores):
    """All comparisons of all tasks are pooled. A task with many models then weighs more; take the win rate of each task first, and average those."""
    return {
        model: sum(w for w, _ in rates) / sum(n for _, n in rates) if rates else 0.0
        for model, rates in _rates(scores).items()
    }


def missing_is_zero(scores):
    """A task without a score counts as a score of 0, so whoever was not measured loses. Missing is not bad: leave the comparison out."""
    return {model: _mean(rates) for model, rates in _rates(scores, missing=0.0).items()}


def _sorted(means, sign=-1):
    return sorted(means, key=lambda model: (sign * means[model], model))


def one_chance_for_all(accuracies, chances):
    """You average the accuracies and normalise the mean with the mean chance level. Each task has its own chance level: normalise first, then average."""
    chance = sum(chances.values()) / len(chances)
    return _sorted(
        {m: _normalised(sum(own.values()) / len(own), chance) for m, own in accuracies.items()}
    )


def lowest_first(accuracies, chances):
    """The worst model comes first. `sorted` goes from small to large: turn the sign round."""
    means = {
        m: sum(_normalised(a, chances[t]) for t, a in own.items()) / len(own)
        for m, own in accuracies.items()
    }
    return _sorted(means, sign=1)
