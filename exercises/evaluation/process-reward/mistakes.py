"""What people get wrong with step scores. Each docstring is the explanation."""

import math


def _log(step):
    return math.log(step) if step else -math.inf


def _score(steps, how, prod=lambda steps: sum(map(_log, steps)), least=min):
    made = {"min": least, "last": lambda s: s[-1], "prod": prod}
    if how not in made:
        raise ValueError(how)
    return made[how](steps)


def mean_of_the_steps(steps, how):
    """For "prod" you average the steps. A mean hides one bad step among many good ones; the product asks for all of them to be right."""
    return _score(steps, how, prod=lambda s: sum(s) / len(s))


def product_itself(steps, how):
    """You return the product instead of its logarithm. With many steps it is rounded to 0, and all long solutions look alike."""
    return _score(steps, how, prod=math.prod)


def largest_step(steps, how):
    """ "min" gives the largest step. A solution is as good as its weakest step, not its strongest."""
    return _score(steps, how, least=max)


def per_step_product(steps, how):
    """The logarithm is divided by the number of steps. That takes the length out, which the task does not ask for: the chance that *all* steps are right does fall with
    every step."""
    return _score(steps, how, prod=lambda s: sum(map(_log, s)) / len(s))


def always_the_last_step(solutions, how):
    """Solutions are compared by their last step, whatever `how` says."""
    scores = [_score(steps, how) and steps[-1] for steps in solutions]
    return scores.index(max(scores))


def last_of_equals(solutions, how):
    """Of equally good solutions you take the last. The task asks for the first."""
    scores = [_score(steps, how) for steps in solutions]
    return max(range(len(scores)), key=lambda i: (scores[i], i))


def returns_the_score(solutions, how):
    """You return the winning score. What is asked for is which solution won: its index. A high score does not mean that the solution is right."""
    return max(_score(steps, how) for steps in solutions)


def neutral_is_wrong(labels):
    """Neutral steps (0) count as errors. Only -1 marks a wrong step; a step that just says what comes next is not wrong."""
    return next((i for i, label in enumerate(labels) if label != 1), None)


def step_zero_is_no_error(labels):
    """An error in the very first step is lost: index 0 is false in a condition. Test for `None`, or ask whether -1 is in the list."""
    at = next((i for i, label in enumerate(labels) if label == -1), 0)
    return at or None


def counts_from_one(labels):
    """Steps are counted from 1. Indices begin at 0."""
    return labels.index(-1) + 1 if -1 in labels else None
