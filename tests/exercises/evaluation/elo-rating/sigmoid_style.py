import math


def expected_score(own, other):
    x = (own - other) * math.log(10) / 400
    return 1 / (1 + math.exp(-x))


def play(ratings, games, k):
    out = {name: value for name, value in ratings.items()}
    for a, b, s in games:
        ea, eb = expected_score(out[a], out[b]), expected_score(out[b], out[a])
        out[a], out[b] = out[a] + k * (s - ea), out[b] + k * (1 - s - eb)
    return out
