"""What is true of right `best_of_n`, `weighted_vote`, `expected_best` and `best_of_n_kl`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("The examples of the task come out.", otherwise="Two halves can beat one whole.")
def example(draw: Draw):
    return [
        Call(torch.tensor([[0.1, 0.9, 0.9], [2.0, -1.0, 0.0]])),
        Call(["5", "7", "7"], [1.0, 0.5, 0.5], beta=1.0, entry="weighted_vote"),
        Call([1.0, 2.0, 4.0], 2, entry="expected_best"),
        Call(4, entry="best_of_n_kl"),
    ]


@claim("Each prompt keeps its own best answer.", otherwise="Row by row, the first on ties.")
def chosen(draw: Draw):
    rows, n = draw.distinct(2, 3, 9)
    coarse = draw.integers(0, 3, rows, n).float()
    return [Call(draw.normal(rows, n)), Call(coarse), Call(draw.normal(rows, 1))]


@claim("Votes are weighted and added up.", otherwise="Equal answers together.")
def votes(draw: Draw):
    calls = []
    for beta in (0.3, 1.0, 4.0):
        answers = [draw.choice(("a", "b", "c")) for _ in range(9)]
        rewards = draw.normal(9, scale=2.0).double().tolist()
        calls.append(Call(answers, rewards, beta, entry="weighted_vote"))
    return calls


@claim("beta decides between the best sample and the majority.", otherwise="Divide by beta.")
def between(draw: Draw):
    gap = 1.5 + draw.uniform(1).item()
    given = ["one", *["many"] * 4], [gap, 0.0, 0.0, 0.0, 0.0]
    return [Call(*given, beta, entry="weighted_vote") for beta in (0.5, 5.0)]


@claim("Only differences of rewards count, however large.", otherwise="Subtract the largest.")
def shifted(draw: Draw):
    answers = [draw.choice(("x", "y", "z")) for _ in range(8)]
    rewards = draw.normal(8).double().tolist()
    moved = [[reward + by for reward in rewards] for by in (4000.0, -4000.0)]
    spread = [2000.0 * reward for reward in rewards]
    return [Call(answers, r, 1.0, entry="weighted_vote") for r in (rewards, *moved, spread)]


@claim("Of equal votes the answer that comes first wins.", otherwise="A fixed rule for ties.")
def ties(draw: Draw):
    first, second = draw.sample(("p", "q", "r"), 2)
    return [
        Call([first, second, second, first], [1.0, 1.0, 2.0, 2.0], 0.7, entry="weighted_vote"),
        Call([second, first], [-3.0, -3.0], 0.7, entry="weighted_vote"),
    ]


@claim("The expectation is over all draws without replacement.", otherwise="Sort and count.")
def expectation(draw: Draw):
    rewards = draw.normal(9, dtype=torch.float64).tolist()
    equal = [float(draw.integer(0, 2)) for _ in range(7)]
    return [
        *(Call(rewards, n, entry="expected_best") for n in (1, 2, 5, 9)),
        Call(equal, 3, entry="expected_best"),
        Call(draw.normal(400, dtype=torch.float64).tolist(), 200, entry="expected_best"),
    ]


@claim("More samples never make the best one worse.", otherwise="It rises with n.")
def rises(draw: Draw):
    rewards = draw.normal(8, dtype=torch.float64).tolist()
    few = yield Call(rewards, 2, entry="expected_best")
    more = yield Call(rewards, 5, entry="expected_best")
    if more < few:
        return Broken(f"Best of 5 has {more:.4f}, best of 2 has {few:.4f}.")
    return True


@claim("The KL of best-of-n comes out.", otherwise="ln n - (n - 1)/n; nothing for one sample.")
def divergence(draw: Draw):
    return [Call(n, entry="best_of_n_kl") for n in (1, 2, draw.integer(3, 60), 1000)]
