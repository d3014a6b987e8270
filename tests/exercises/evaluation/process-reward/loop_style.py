import math


def solution_score(steps, how):
    if how not in ["min", "prod", "last"]:
        raise ValueError("how?")
    smallest = steps[0]
    total = 0.0
    for step in steps:
        if step < smallest:
            smallest = step
        if step == 0:
            total = -math.inf
        else:
            total += math.log(step)
    if how == "min":
        return smallest
    if how == "prod":
        return total
    return steps[len(steps) - 1]


def best_of_n(solutions, how):
    best = 0
    for i in range(1, len(solutions)):
        if solution_score(solutions[i], how) > solution_score(solutions[best], how):
            best = i
    return best


def first_error(labels):
    for i, label in enumerate(labels):
        if label < 0:
            return i
    return None
