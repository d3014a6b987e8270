import torch


def fit_strengths(battles, models, prior=0.1):
    won = torch.zeros(models, models, dtype=torch.float64)
    for i, j, score in battles:
        won[i][j] += score
        won[j][i] += 1 - score
    for i in range(models):
        for j in range(models):
            if i != j:
                won[i][j] += prior
    s = torch.zeros(models, dtype=torch.float64)
    n = won + won.T
    for _ in range(30):
        p = torch.sigmoid(s[:, None] - s[None, :])
        gradient = won.sum(1) - (n * p).sum(1)
        curvature = n * p * (1 - p)
        hessian = torch.diag(curvature.sum(1)) - curvature + 1.0 / models
        step = torch.linalg.solve(hessian, gradient)
        s = s + step * min(1.0, 1.0 / float(step.abs().max() + 1e-12))
    return (s - s.mean()).tolist()


def elo_scale(strengths, base=1000.0):
    return [s * 173.71779276130073 + base for s in strengths]


def bootstrap_ratings(battles, models, draws):
    ratings = []
    for draw in draws:
        chosen = [battles[index] for index in draw]
        ratings.append(elo_scale(fit_strengths(chosen, models)))
    return ratings
