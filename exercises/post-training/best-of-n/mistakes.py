"""What people get wrong in best-of-n. Each docstring is the explanation."""

import math

import torch


def best_of_the_whole_batch(rewards):
    """One best answer is sought in the whole batch, and its column is taken for every prompt. Rewards of different prompts cannot be compared: choose within each row."""
    at = int(rewards.argmax()) % rewards.shape[1]
    return torch.full((rewards.shape[0],), at)


def worst_of_n(rewards):
    """The smallest reward wins. A reward is not a loss: larger is better."""
    return rewards.argmin(dim=1)


def _vote(answers, weights):
    votes = {}
    for answer, weight in zip(answers, weights):
        votes[answer] = votes.get(answer, 0.0) + weight
    return max(votes, key=votes.__getitem__)


def best_sample_wins(answers, rewards, beta):
    """The answer of the single best sample is taken. In a weighted vote many good samples can outvote the best one: add up the weights of equal answers."""
    return answers[max(range(len(rewards)), key=lambda i: (rewards[i], -i))]


def plain_majority(answers, rewards, beta):
    """Every sample has one vote, and the rewards are not used."""
    return _vote(answers, [1.0] * len(answers))


def weights_by_reward(answers, rewards, beta):
    """The rewards themselves are the weights. Negative ones then count against an answer, and the zero of a reward model means nothing; e^(reward / beta) does not depend on it."""
    return _vote(answers, rewards)


def beta_multiplied(answers, rewards, beta):
    """Rewards are multiplied by beta instead of divided. A small beta has to sharpen the vote towards the best sample."""
    top = max(rewards)
    return _vote(answers, [math.exp((r - top) * beta) for r in rewards])


def mean_of_groups(rewards, n):
    """The list is cut into groups of n in the order in which it stands, and their best rewards are averaged. That uses few of the possible draws and depends on the order; count all of them."""
    groups = [rewards[i : i + n] for i in range(0, len(rewards), n)]
    return sum(map(max, groups)) / len(groups)


def with_replacement(rewards, n):
    """This is the expectation with replacement: the same sample may be drawn twice. It comes out too low; draw without replacement, as for pass@k."""
    size, total = len(rewards), 0.0
    for k, reward in enumerate(sorted(rewards), start=1):
        total += reward * ((k / size) ** n - ((k - 1) / size) ** n)
    return total


def plain_log(n):
    """This is ln n alone. The second term, (n - 1)/n, is missing; without it a single sample would be right, but larger n come out almost one nat too far away."""
    return math.log(n)
