def expected_score(own, other):
    p, q = 10 ** (own / 400), 10 ** (other / 400)
    return p / (p + q)


def play(ratings, games, k):
    if not games:
        return dict(ratings)
    (a, b, s), rest = games[0], games[1:]
    change = k * (s - expected_score(ratings[a], ratings[b]))
    return play({**ratings, a: ratings[a] + change, b: ratings[b] - change}, rest, k)
