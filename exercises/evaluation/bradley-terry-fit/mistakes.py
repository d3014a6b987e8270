"""What people get wrong in fitting battles. Each docstring is the explanation."""

import math

import torch


def _won(battles, models, prior, ties=0.5):
    won = torch.full((models, models), prior, dtype=torch.float64).fill_diagonal_(0.0)
    for i, j, score in battles:
        if score == 0.5:
            won[i, j] += ties
            won[j, i] += ties
        else:
            won[i, j] += score
            won[j, i] += 1 - score
    return won


def _fit(won, rounds=150):
    games, wins = won + won.mT, won.sum(1)
    p = torch.ones(len(won), dtype=torch.float64)
    for _ in range(rounds):
        p = wins / (games / (p[:, None] + p)).sum(1)
        p = p / p.log().mean().exp()
    return p.log()


def ties_dropped(battles, models, prior=0.1):
    """Ties are left out. A tie is evidence that two models are alike; it gives half a win to each."""
    return _fit(_won(battles, models, prior, ties=0.0)).tolist()


def ties_are_full_wins(battles, models, prior=0.1):
    """A tie gives a full win to both. Then it counts as two battles; it is half a win for each."""
    return _fit(_won(battles, models, prior, ties=1.0)).tolist()


def no_prior(battles, models, prior=0.1):
    """The prior is not used. A model that never lost, or that met nobody, then has no finite strength: the likelihood goes on rising for ever."""
    return _fit(_won(battles, models, 0.0)).tolist()


def share_of_wins(battles, models, prior=0.1):
    """Strengths are taken from each model's share of wins. That forgets *whom* it beat: winning against weak models is easier, and the fit accounts for it."""
    won = _won(battles, models, prior)
    share = won.sum(1) / (won.sum(1) + won.sum(0))
    strength = (share / (1 - share)).log()
    return (strength - strength.mean()).tolist()


def not_centred(battles, models, prior=0.1):
    """The strengths are not centred: model 0 was put at 0. Only differences follow from battles, so a rule for the zero is needed, and here it is the mean."""
    found = _fit(_won(battles, models, prior))
    return (found - found[0]).tolist()


def strengths_not_logged(battles, models, prior=0.1):
    """You return e^strength, the factor in the fixed point. The model σ(s_i - s_j) wants logarithms."""
    return _fit(_won(battles, models, prior)).exp().tolist()


def forgets_ln_ten(strengths, base=1000.0):
    """You multiply by 400. Elo's odds are powers of 10 and yours are powers of e: divide by ln 10 as well."""
    return [base + 400 * strength for strength in strengths]


def base_multiplied(strengths, base=1000.0):
    """The base is a factor here. It is added: only differences of ratings mean something."""
    return [base * (1 + 0.4 / math.log(10) * strength) + 0.0 * base for strength in strengths]


def _elo(found):
    return (1000 + 400 / math.log(10) * found).tolist()


def each_battle_once(battles, models, draws):
    """A battle that was drawn several times is counted once. Repetition is the whole of the bootstrap: without it, resamples vary in another way."""
    return [
        _elo(_fit(_won([battles[k] for k in sorted(set(draw))], models, 0.1))) for draw in draws
    ]


def resamples_ignored(battles, models, draws):
    """Every resample is fitted to all battles, so there is no spread to see. Take the battles at the drawn indices."""
    return [_elo(_fit(_won(battles, models, 0.1))) for _ in draws]
