"""Merges through logsumexp."""

import torch


def block_state(scores, values):
    m, _ = torch.max(scores, -1, keepdim=True)
    p = torch.nan_to_num(torch.exp(scores - m), nan=0.0)
    return m, torch.sum(p, -1, keepdim=True), torch.einsum("...nk,...ke->...ne", p, values)


def merge_states(a, b):
    m = torch.cat([a[0], b[0]], dim=-1).amax(-1, keepdim=True)
    safe = m.clamp(min=torch.finfo(m.dtype).min)
    total, out = 0, 0
    for own, l, o in (a, b):
        f = torch.exp(own - safe)
        total, out = total + f * l, out + f * o
    return m, total, out


def finish(state):
    m, l, o = state
    dead = l == 0
    return o / l.masked_fill(dead, 1), torch.logaddexp(
        m + l.log(), torch.full_like(m, -torch.inf)
    ).squeeze(-1)
