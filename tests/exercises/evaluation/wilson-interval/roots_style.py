import math


def wilson_interval(right, total, z=1.96):
    a = 1 + z * z / total
    b = -(2 * right / total + z * z / total)
    c = (right / total) ** 2
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def mcnemar(first, second):
    differ = [x - y for x, y in zip(map(int, first), map(int, second)) if x != y]
    return sum(differ) ** 2 / len(differ) if differ else 0.0
