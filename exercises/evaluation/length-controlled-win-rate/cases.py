"""What is true of right `length_feature`, `fit_preferences` and `length_controlled_win_rate`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

DOUBLE = torch.float64


def answers(draw: Draw, number: int):
    """Preferences that depend on length, and lengths that are mostly above the baseline's."""
    baseline = 50.0 + 200.0 * draw.uniform(number, dtype=DOUBLE)
    lengths = baseline + 60.0 + 120.0 * draw.normal(number, dtype=DOUBLE)
    z = 0.4 + 0.01 * (lengths - baseline)
    preferences = (z + 0.7 * draw.normal(number, dtype=DOUBLE)).sigmoid()
    return preferences, lengths, baseline


@claim("The examples of the task come out.", otherwise="Equal lengths leave the raw rate.")
def example(draw: Draw):
    y = torch.tensor([1.0, 1.0, 0.0, 1.0], dtype=DOUBLE)
    equal = torch.full((4,), 9.0, dtype=DOUBLE)
    return [
        Call(torch.tensor([3.0, 5.0], dtype=DOUBLE), torch.tensor([4.0, 4.0], dtype=DOUBLE)),
        Call(y, torch.zeros(4, dtype=DOUBLE), entry="fit_preferences"),
        Call(y, equal, equal, entry="length_controlled_win_rate"),
    ]


@claim("The feature is the squashed, scaled difference.", otherwise="Not centred, then tanh.")
def features(draw: Draw):
    return [Call(*answers(draw, n)[1:]) for n in (5, 12)]


@claim("Equal differences give zeros.", otherwise="Do not divide by 0.")
def no_spread(draw: Draw):
    baseline = (10.0 * draw.integers(1, 30, 6)).to(DOUBLE)
    return [Call(baseline + 20.0, baseline), Call(baseline, baseline.clone())]


@claim("The fit finds the minimum.", otherwise="Mean loss plus the ridge.", rtol=1e-4, atol=1e-5)
def fits(draw: Draw):
    calls = []
    for n, ridge in ((40, 0.05), (15, 0.5), (25, 0.01)):
        feature = 1.5 * draw.uniform(n, dtype=DOUBLE) - 0.5
        chance = (0.8 + 2.0 * feature).sigmoid()
        wins = (draw.uniform(n, dtype=DOUBLE) < chance).to(DOUBLE)
        wins[:2] = torch.tensor([0.0, 1.0], dtype=DOUBLE)
        calls.append(Call(wins, feature, ridge, entry="fit_preferences"))
    return [*calls, Call(*calls[0].args[:2], entry="fit_preferences")]


@claim("Length that decides everything has a finite weight.", otherwise="Thanks to the ridge.", rtol=1e-4, atol=1e-5)  # fmt: skip
def separated(draw: Draw):
    feature = torch.linspace(-0.9, 0.9, 2 * draw.integer(4, 8), dtype=DOUBLE)
    return Call((feature > 0).to(DOUBLE), feature, 0.05, entry="fit_preferences")


@claim("The win rate is the prediction at equal length.", otherwise="σ(quality).", rtol=1e-4)
def controlled(draw: Draw):
    return [Call(*answers(draw, n), entry="length_controlled_win_rate") for n in (60, 30)]


@claim("Exchanging the two models gives the complement.", otherwise="Zero length difference is symmetric.")  # fmt: skip
def exchanged(draw: Draw):
    y, lengths, baseline = answers(draw, 40)
    here = yield Call(y, lengths, baseline, entry="length_controlled_win_rate")
    there = yield Call(1 - y, baseline, lengths, entry="length_controlled_win_rate")
    if abs(here + there - 1) > 1e-4:
        return Broken(f"{here:.4f} and {there:.4f} do not add up to 1.")
    return True
