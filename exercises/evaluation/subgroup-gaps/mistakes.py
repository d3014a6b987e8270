"""What people get wrong in group gaps. Each docstring is the explanation."""


def _groups(correct, groups):
    return {
        g: [c for c, other in zip(correct, groups) if other == g] for g in dict.fromkeys(groups)
    }


def _report(correct, groups, *, overall=None, gap=None, worst=None):
    answers = _groups(correct, groups)
    accuracy = {g: sum(found) / len(found) for g, found in answers.items()}
    least = worst(answers) if worst else min(accuracy, key=lambda g: (accuracy[g], g))
    mean = sum(correct) / len(correct)
    return {
        "overall": overall(accuracy) if overall else mean,
        "worst": accuracy[least],
        "gap": gap(accuracy, mean) if gap else max(accuracy.values()) - min(accuracy.values()),
        "worst_group": least,
    }


def mean_of_groups(correct, groups):
    """ "Overall" is the mean of the groups' accuracies. It is asked for over all answers; the two differ as soon as groups differ in size. Report both if you like, but do not mix them
    up."""
    return _report(correct, groups, overall=lambda acc: sum(acc.values()) / len(acc))


def gap_from_the_mean(correct, groups):
    """The gap is taken from the overall accuracy to the worst group. A large good group pulls the overall value up to itself; the parity gap is between the best and the worst group."""
    return _report(correct, groups, gap=lambda acc, mean: mean - min(acc.values()))


def smallest_group_is_worst(correct, groups):
    """You name the group with the fewest answers. Small groups are often the worst off, but not always: compare accuracies."""
    return _report(correct, groups, worst=lambda a: min(a, key=lambda g: (len(a[g]), g)))


def gap_with_sign(correct, groups):
    """The gap comes out negative: it is largest minus smallest."""
    return _report(correct, groups, gap=lambda acc, _: min(acc.values()) - max(acc.values()))


def mean_over_variants(results):
    """Variants are averaged. Robustness asks for the worst case: an item counts only if *all* its versions are right."""
    return sum(sum(item) / len(item) for item in results) / len(results)


def original_left_out(results):
    """The original is not looked at. Without it, robust accuracy can be higher than clean accuracy, which makes no sense."""
    return sum(all(item[1:]) for item in results) / len(results)


def any_variant(results):
    """One right version is enough here. That is the best case; the worst case asks for all of them."""
    return sum(any(item) for item in results) / len(results)


def drop_in_points(clean, perturbed):
    """You return the difference in points. A loss of 10 points is little from 90 and a lot from 20: divide by the clean accuracy."""
    return clean - perturbed


def divides_by_the_perturbed(clean, perturbed):
    """You divide by the perturbed accuracy. The part that is lost refers to what was there before."""
    return (clean - perturbed) / perturbed if perturbed else 0.0
