"""What people get wrong in IPO and in preference metrics. Each docstring is the explanation."""

import torch


def _d(pc, pr, rc, rr):
    return (pc - rc.detach()) - (pr - rr.detach())


def target_without_two(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    """The target is 1/tau. It is half of that, 1/(2·tau)."""
    d = _d(policy_chosen, policy_rejected, reference_chosen, reference_rejected)
    return (d - 1 / tau).square().mean()


def target_is_tau(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    """The target is tau/2 instead of 1/(2·tau). tau is the strength of regularisation: the larger it is, the *smaller* the gap that is aimed at."""
    d = _d(policy_chosen, policy_rejected, reference_chosen, reference_rejected)
    return (d - tau / 2).square().mean()


def forgets_the_reference(
    policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau
):
    """Only the policy's log-probabilities are compared. Without the reference nothing holds the policy near to where it started."""
    return (policy_chosen - policy_rejected - 1 / (2 * tau)).square().mean()


def one_sided(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    """Pairs beyond the target cost nothing. IPO's square pulls them *back*; that is what keeps the margin from growing without end."""
    d = _d(policy_chosen, policy_rejected, reference_chosen, reference_rejected)
    return (1 / (2 * tau) - d).clamp(min=0).square().mean()


def reference_not_frozen(policy_chosen, policy_rejected, reference_chosen, reference_rejected, tau):
    """A gradient flows into the reference values. The reference model is frozen: `detach()` what comes from it."""
    d = (policy_chosen - reference_chosen) - (policy_rejected - reference_rejected)
    return (d - 1 / (2 * tau)).square().mean()


def weight_of_right_pairs(
    policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta
):
    """This weight is large for pairs that are ranked right already. The sign of the margin is turned round: wrong rankings count most."""
    d = _d(policy_chosen, policy_rejected, reference_chosen, reference_rejected)
    return (beta * d).sigmoid().detach()


def weight_without_beta(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """beta is missing inside the sigmoid. Implicit rewards are beta times the log-ratios."""
    d = _d(policy_chosen, policy_rejected, reference_chosen, reference_rejected)
    return (-d).sigmoid().detach()


def weight_with_a_gradient(
    policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta
):
    """The numbers are right, but a gradient flows through them. A weight that is only looked at must be detached, or it becomes a part of whatever loss it
    meets."""
    d = (policy_chosen - reference_chosen) - (policy_rejected - reference_rejected)
    return (-beta * d).sigmoid()


def _metrics(chosen, margin, right):
    return {
        "accuracy": right.double().mean().item(),
        "margin": margin.mean().item(),
        "chosen": chosen.mean().item(),
    }


def compares_log_probabilities(
    policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta
):
    """The rewards are beta times the policy's log-probabilities, without the reference. A long chosen answer then looks bad merely because it is long; the ratio to
    the reference takes that out."""
    chosen, margin = beta * policy_chosen, beta * (policy_chosen - policy_rejected)
    return _metrics(chosen, margin, margin > 0)


def ties_count_as_right(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """Equal rewards count as right. At the first step policy and reference are the same, and the accuracy would be 1 before anything was
    learned."""
    chosen = beta * (policy_chosen - reference_chosen)
    margin = chosen - beta * (policy_rejected - reference_rejected)
    return _metrics(chosen, margin, torch.ge(margin, 0))
