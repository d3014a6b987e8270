"""Bradley-Terry fit by the fixed point of Zermelo. Source: Hunter 2004, Annals of Statistics 32 (MM algorithm); Chiang et al., arXiv:2403.04132 sec. 4."""

import math

import torch

Battle = tuple[int, int, float]


def fit_strengths(battles: list[Battle], models: int, prior: float = 0.1) -> list[float]:
    won = torch.full((models, models), prior)  # games against oneself change nothing
    for i, j, score in battles:
        won[i, j] += score
        won[j, i] += 1.0 - score
    games, wins = won + won.mT, won.sum(dim=1)  # (n, n), (n,)
    p = torch.ones(models)  # e^strength
    for _ in range(150):
        p = wins / (games / (p[:, None] + p)).sum(dim=1)
        p = p / p.log().mean().exp()  # the fixed point does not settle the scale
    return p.log().tolist()


def elo_scale(strengths: list[float], base: float = 1000.0) -> list[float]:
    return [base + 400 / math.log(10) * strength for strength in strengths]


def bootstrap_ratings(
    battles: list[Battle], models: int, draws: list[list[int]]
) -> list[list[float]]:
    return [elo_scale(fit_strengths([battles[k] for k in draw], models)) for draw in draws]
