"""What is true of right `resampled_means`, `percentile_interval` and `paired_wins`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def right(draw: Draw, number: int, share: float = 0.6, dtype=torch.float64) -> torch.Tensor:
    """Scores of 0 or 1."""
    return (draw.uniform(number) < share).to(dtype)


@claim("The examples of the task come out.", otherwise="One row of indices is one resample.")
def example(draw: Draw):
    scores, draws = torch.tensor([0.0, 1.0, 1.0]), torch.tensor([[0, 1, 2], [0, 0, 1]])
    return [
        Call(scores, draws),
        Call(torch.tensor([0.0, 1.0, 2.0, 3.0, 4.0]), 0.5, entry="percentile_interval"),
        Call(scores, torch.tensor([0.0, 0.0, 1.0]), draws, entry="paired_wins"),
    ]


@claim("Every resample has its own mean.", otherwise="Repeated indices count repeatedly.")
def means(draw: Draw):
    return [
        Call(draw.normal(7), draw.integers(0, 7, 5, 7)),
        Call(draw.normal(9, dtype=torch.float64), draw.integers(0, 9, 4, 3)),
        Call(draw.normal(3), draw.integers(0, 3, 1, 1)),
    ]


@claim("Interval ends are points of the sorted means.", otherwise="Half outside at each end.")
def intervals(draw: Draw):
    skewed = draw.normal(40, dtype=torch.float64).exp()
    return [
        Call(skewed, entry="percentile_interval"),
        Call(skewed[:11], 0.9, entry="percentile_interval"),
        Call(draw.normal(6), level=0.6, entry="percentile_interval"),
        Call(torch.tensor([0.25]), entry="percentile_interval"),
    ]


@claim("Models are compared on the same resamples.", otherwise="The same indices for both.")
def compared(draw: Draw):
    n = draw.integer(8, 12)
    hard = draw.normal(n, dtype=torch.float64, scale=5.0)
    one, two = hard + 0.3 * draw.normal(n).double(), hard + 0.3 * draw.normal(n).double()
    return Call(one, two, draw.integers(0, n, 60, n), entry="paired_wins")


@claim("Equal means count half.", otherwise="Neither won nor lost.")
def ties(draw: Draw):
    n = draw.integer(5, 7)
    one, two = right(draw, n), right(draw, n, 0.4)
    draws = draw.integers(0, n, 40, n)
    return [
        Call(one, two, draws, entry="paired_wins"),
        Call(one, one.clone(), draws, entry="paired_wins"),
    ]


@claim("Both directions add up to 1.", otherwise="Ties are shared.")
def both_ways(draw: Draw):
    one, two, draws = right(draw, 6), right(draw, 6), draw.integers(0, 6, 50, 6)
    there = yield Call(one, two, draws, entry="paired_wins")
    back = yield Call(two, one, draws, entry="paired_wins")
    if abs(there + back - 1) > 1e-9:
        return Broken(f"{there:.3f} and {back:.3f} do not add up to 1.")
    return True
