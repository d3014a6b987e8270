"""What people get wrong in group advantages. Each docstring is the explanation."""


def _std(r, dim=1):
    return r.std(dim=dim, correction=0, keepdim=True)


def whole_batch(rewards, eps=1e-4):
    """Mean and deviation are taken over the whole batch. Then an easy question's answers all look good and a hard one's all bad. Each question is its own
    yardstick."""
    return (rewards - rewards.mean()) / (rewards.std(correction=0) + eps)


def sample_deviation(rewards, eps=1e-4):
    """The deviation divides by G - 1, the default of `std`. The task asks for the population value; for small groups the difference is large."""
    return (rewards - rewards.mean(1, keepdim=True)) / (rewards.std(1, keepdim=True) + eps)


def over_the_questions(rewards, eps=1e-4):
    """Statistics run over the questions (dim 0) instead of the answers to one question (dim 1)."""
    return (rewards - rewards.mean(0, keepdim=True)) / (_std(rewards, 0) + eps)


def not_scaled(rewards, eps=1e-4):
    """The division by the deviation is missing. Leaving it out is a known variant (Dr. GRPO), but not what is asked for here."""
    return rewards - rewards.mean(1, keepdim=True)


def nan_for_equal_rewards(rewards, eps=1e-4):
    """eps is not used: a question whose answers all got the same reward gives 0/0, which is nan, and one nan spoils the whole step."""
    return (rewards - rewards.mean(1, keepdim=True)) / _std(rewards)


def own_reward_in_the_baseline(rewards):
    """The answer's own reward is part of its baseline: that is the plain group mean. Leave-one-out uses the *other* answers only, so the baseline does not depend on
    the answer."""
    return rewards - rewards.mean(1, keepdim=True)


def divides_by_group_size(rewards):
    """The sum of the other rewards is divided by G. There are G - 1 of them."""
    return rewards - (rewards.sum(1, keepdim=True) - rewards) / rewards.shape[1]
