"""What people get wrong in REINFORCE. Each docstring is the explanation."""

import torch


def forgets_gamma(rewards, gamma):
    """The later rewards are not discounted; each step further away costs one more factor gamma."""
    return rewards.flip(0).cumsum(0).flip(0)


def goes_forward(rewards, gamma):
    """You add up from the first token on, so a token is credited with rewards *before* it. What it can influence comes after it: go backward from the last
    token."""
    returns, before = [], rewards.new_zeros(())
    for reward in rewards:
        before = reward + gamma * before
        returns.append(before)
    return torch.stack(returns)


def _answers(logp, mask):
    return logp.masked_fill(~mask, 0.0).sum(dim=1)


def sign_forgotten(logp, rewards, mask, baseline):
    """The sign is missing. Optimisers minimise; without the minus, training makes good answers *less* probable."""
    return ((rewards - baseline).detach() * _answers(logp, mask)).mean()


def no_baseline(logp, rewards, mask, baseline):
    """The baseline is not subtracted. The expected gradient stays the same, but its variance grows: with positive rewards every answer is pushed up."""
    return -(rewards.detach() * _answers(logp, mask)).mean()


def probability_instead_of_log(logp, rewards, mask, baseline):
    """The advantage is multiplied with the probability instead of the log-probability. For samples drawn from the policy itself the gradient of the
    *log*-probability is right, since sampling already weighs with the probability."""
    return -((rewards - baseline).detach() * _answers(logp, mask).exp()).mean()


def mean_over_tokens(logp, rewards, mask, baseline):
    """The log-probability of an answer is the sum over its tokens. With the mean, tokens of long answers count less than those of short ones."""
    answer = _answers(logp, mask) / mask.sum(dim=1).clamp(min=1)
    return -((rewards - baseline).detach() * answer).mean()


def counts_padding(logp, rewards, mask, baseline):
    """Padding is summed along with the answer. Set what the mask excludes to 0 before summing."""
    return -((rewards - baseline).detach() * logp.sum(dim=1)).mean()


def through_the_reward(logp, rewards, mask, baseline):
    """A gradient flows into the rewards. They score what was sampled and are plain numbers for the policy: `detach()` them."""
    return -((rewards - baseline) * _answers(logp, mask)).mean()
