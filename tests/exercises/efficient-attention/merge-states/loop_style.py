import math

import torch


def block_state(scores, values):
    m = scores.max(dim=-1, keepdim=True).values
    l = torch.zeros_like(m)
    o = torch.zeros(*m.shape[:-1], values.shape[-1], dtype=values.dtype)
    for j in range(scores.shape[-1]):
        s = scores[..., j : j + 1]
        w = torch.exp(s - m)
        w[s == -math.inf] = 0
        l = l + w
        o = o + w * values[..., j : j + 1, :]
    return m, l, o


def merge_states(a, b):
    shape = a[0].shape
    ma, mb = a[0].reshape(-1).tolist(), b[0].reshape(-1).tolist()
    fa, fb, mm = [], [], []
    for x, y in zip(ma, mb):
        new = max(x, y)
        mm.append(new)
        fa.append(0.0 if x == -math.inf else math.exp(x - new))
        fb.append(0.0 if y == -math.inf else math.exp(y - new))
    fa = torch.tensor(fa, dtype=a[0].dtype).reshape(shape)
    fb = torch.tensor(fb, dtype=a[0].dtype).reshape(shape)
    m = torch.tensor(mm, dtype=a[0].dtype).reshape(shape)
    return m, fa * a[1] + fb * b[1], fa * a[2] + fb * b[2]


def finish(state):
    m, l, o = state
    out = torch.zeros_like(o)
    lse = torch.full_like(m, -math.inf)
    seen = l[..., 0] > 0
    out[seen] = o[seen] / l[seen]
    lse[seen] = m[seen] + torch.log(l[seen])
    return out, lse[..., 0]
