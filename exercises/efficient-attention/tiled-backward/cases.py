"""What is true of a right `attention_backward`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def forward(q, k, v, causal: bool):
    """Output and logsumexp of ordinary attention."""
    scores = q @ k.mT / q.shape[-1] ** 0.5
    if causal:
        n, m = scores.shape[-2:]
        scores = scores.masked_fill(torch.ones(n, m).tril(m - n) == 0, -torch.inf)
    return scores.softmax(-1) @ v, scores.logsumexp(-1)


def given(draw: Draw, *lead: int, causal=False, square=False, dtype=torch.float32):
    """q, k, v, output, logsumexp and grad; N, M, d and e differ, and N is at most M."""
    n, m, d, e = draw.distinct(4, 3, 14)
    n, m = (m, m) if square else sorted((n, m))
    q, k = draw.normal(*lead, n, d, dtype=dtype), draw.normal(*lead, m, d, dtype=dtype)
    v = draw.normal(*lead, m, e, dtype=dtype)
    return [q, k, v, *forward(q, k, v, causal), draw.normal(*lead, n, e, dtype=dtype)]


@claim("The example of the task comes out.", otherwise="D is 2 here, and dP is [0, 4].")
def example(draw: Draw):
    q, k = torch.zeros(1, 4), torch.tensor([[1.0] * 4, [3.0] * 4])
    v, output = torch.tensor([[0.0], [4.0]]), torch.tensor([[2.0]])
    return Call(q, k, v, output, torch.tensor([0.6931]), torch.ones(1, 1), block=1)


@claim(
    "The three gradients are right, with more queries or more keys, and in a batch of heads.",
    otherwise="Derive it with one block first.",
)
def gradients(draw: Draw):
    q, k, v = draw.normal(9, 3), draw.normal(4, 3), draw.normal(4, 5)
    more_queries = [q, k, v, *forward(q, k, v, False), draw.normal(9, 5)]
    return [Call(*given(draw), 100), Call(*given(draw, 2, 3), 2), Call(*more_queries, 3)]


@claim(
    "A ragged last block, blocks of 1 and a block larger than all work.",
    otherwise="Each block finishes its own rows of dk and dv, and adds to dq.",
)
def block_sizes(draw: Draw):
    every = given(draw, 2)
    keys = every[1].shape[-2]
    return [Call(*every, 1), Call(*every, keys - 1), Call(*every, keys), Call(*every, keys + 5)]


@claim(
    "causal hides what comes later, also with fewer queries than keys.", otherwise="Bottom right."
)
def causal(draw: Draw):
    return [
        Call(*given(draw, 2, causal=True, square=True), 3, True),
        Call(*given(draw, 2, causal=True), 2, causal=True),
        Call(*given(draw), 3, causal=False),
    ]


@claim("It is what autograd gives, in double precision.", otherwise="Compare dv first, then dq.")
def like_autograd(draw: Draw):
    every = given(draw, 2, causal=True, dtype=torch.float64)
    got = yield Call(*every, 3, True)
    leaves = [t.detach().clone().requires_grad_() for t in every[:3]]
    with torch.enable_grad():
        right = torch.autograd.grad(forward(*leaves, True)[0], leaves, every[5])
    for name, mine, theirs in zip("qkv", got, right):
        if not torch.allclose(mine, theirs, atol=1e-9):
            return Broken(f"d{name} is off by {(mine - theirs).abs().max().item():.3g}.")
    return True


@claim(
    "The block size changes nothing but rounding.", otherwise="A row's sum is over all its keys."
)
def same_for_all_blocks(draw: Draw):
    every = given(draw, dtype=torch.float64)
    one = yield Call(*every, 2)
    two = yield Call(*every, 5)
    for name, a, b in zip("qkv", one, two):
        if not torch.allclose(a, b, atol=1e-9):
            return Broken(f"With blocks of 2 and 5, d{name} differs by {(a - b).abs().max():.2g}.")
    return True


@claim("Scores in the thousands stay exact.", otherwise="Subtract before you exponentiate.")
def large_scores(draw: Draw):
    q, k, v, _, _, grad = given(draw, 2, dtype=torch.float64)
    q[..., 0], k[..., 0] = 100.0, 100.0  # the same amount in every score
    return Call(q, k, v, *forward(q, k, v, False), grad, 3)


@claim(
    "Where nothing arrives, nothing goes back.", otherwise="All three gradients are linear in grad."
)
def linear_in_grad(draw: Draw):
    *rest, grad = given(draw, dtype=torch.float64)
    rows = draw.integer(1, grad.shape[-2] - 1)
    grad[rows:] = 0.0
    dq, dk, dv = yield Call(*rest, grad, 4)
    if dq[rows:].abs().max() > 1e-12:
        return Broken("A query whose output gets no gradient has a gradient itself.")
    twice = yield Call(*rest, 2 * grad, 4)
    for name, a, b in zip("qkv", (dq, dk, dv), twice):
        if not torch.allclose(2 * a, b, atol=1e-9):
            return Broken(f"Twice the gradient at the output does not double d{name}.")
    return True


@claim(
    "No matrix with both long sides is made.",
    otherwise="4,096 queries times 4,096 keys would take 64 MB in one tensor alone.",
    memory_mb=60.0,
)
def memory(draw: Draw):
    q, k, v, grad = (draw.normal(4096, width) for width in (8, 8, 4, 4))
    output, lse = zip(*(forward(part, k, v, False) for part in q.split(256)))
    return Call(q, k, v, torch.cat(output), torch.cat(lse), grad, 128)
