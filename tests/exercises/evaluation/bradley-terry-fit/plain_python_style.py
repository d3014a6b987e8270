import math


def fit_strengths(battles, models, prior=0.1):
    wins = [prior * (models - 1)] * models
    games = [[0.0 if i == j else 2 * prior for j in range(models)] for i in range(models)]
    for i, j, score in battles:
        wins[i] += score
        wins[j] += 1 - score
        games[i][j] += 1
        games[j][i] += 1
    s = [0.0] * models
    for _ in range(400):
        for i in range(models):
            p = math.exp(s[i])
            below = sum(games[i][j] / (p + math.exp(s[j])) for j in range(models) if j != i)
            s[i] = math.log(wins[i] / below)
        mean = sum(s) / models
        s = [x - mean for x in s]
    return s


def elo_scale(strengths, base=1000.0):
    return [base + 400 * math.log10(math.exp(s)) for s in strengths]


def bootstrap_ratings(battles, models, draws):
    def resample(draw):
        return [battles[k] for k in draw]

    return [elo_scale(fit_strengths(resample(draw), models)) for draw in draws]
