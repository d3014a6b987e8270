"""What people get wrong in GAE. Each docstring is the explanation."""

import torch


def _gae(rewards, values, gamma, lam, *, last=None, next_values=None):
    end = values.new_zeros(1) if last is None or not len(values) else last
    following = torch.cat([values[1:], end])[: len(values)] if next_values is None else next_values
    delta = rewards + gamma * following - values
    out, later = torch.zeros_like(delta), 0.0
    for t in reversed(range(len(delta))):
        later = delta[t] + gamma * lam * later
        out[t] = later
    return out, out + values


def bootstraps_past_the_end(rewards, values, gamma, lam):
    """Behind the last token you use the last value again. The answer has ended there: nothing more can be earned, so the value is 0."""
    return _gae(rewards, values, gamma, lam, last=values[-1:])


def forward_in_time(rewards, values, gamma, lam):
    """The sum runs forward: each advantage collects *earlier* TD errors. A token is judged by what follows it, so go backward."""
    following = torch.cat([values[1:], values.new_zeros(1)])[: len(values)]
    delta = rewards + gamma * following - values
    out, before = torch.zeros_like(delta), 0.0
    for t in range(len(delta)):
        before = delta[t] + gamma * lam * before
        out[t] = before
    return out, out + values


def lambda_ignored(rewards, values, gamma, lam):
    """lam is not used: your result is that of lam = 1, all rewards to come minus the value."""
    return _gae(rewards, values, gamma, 1.0)


def one_step_only(rewards, values, gamma, lam):
    """Each advantage is its own TD error only. That is lam = 0; later surprises have to be added, shrunk by gamma·lam per step."""
    return _gae(rewards, values, gamma, 0.0)


def value_not_subtracted(rewards, values, gamma, lam):
    """The token's own value is not subtracted. An advantage says how much *better than expected* things went."""
    advantages, _ = _gae(rewards + values, values, gamma, lam)
    return advantages, advantages + values


def returns_from_rewards(rewards, values, gamma, lam):
    """The returns are sums of discounted rewards. That is one possible target; the one asked for is advantage plus value, which uses lam as well."""
    advantages, _ = _gae(rewards, values, gamma, lam)
    returns, later = torch.zeros_like(rewards), 0.0
    for t in reversed(range(len(rewards))):
        later = rewards[t] + gamma * later
        returns[t] = later
    return advantages, returns


def gamma_only_once(rewards, values, gamma, lam):
    """gamma is in the TD error but not in the sum: the factor between neighbouring advantages is gamma·lam, not lam."""
    following = torch.cat([values[1:], values.new_zeros(1)])[: len(values)]
    delta = rewards + gamma * following - values
    out, later = torch.zeros_like(delta), 0.0
    for t in reversed(range(len(delta))):
        later = delta[t] + lam * later
        out[t] = later
    return out, out + values
