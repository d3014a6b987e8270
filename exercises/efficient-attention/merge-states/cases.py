"""What is true of right `block_state`, `merge_states` and `finish`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim

INF = float("inf")


def block(draw: Draw, *lead: int, size=None, scale: float = 2.0, dtype=torch.float32):
    """Scores (..., N, k) and values (..., k, e); N, k and e differ."""
    n, k, e = size or draw.distinct(3, 2, 8)
    return draw.normal(*lead, n, k, scale=scale, dtype=dtype), draw.normal(*lead, k, e, dtype=dtype)


def state(draw: Draw, *shape: int, spread: float = 3.0, dtype=torch.float32):
    """A state of N queries with values of width e; shape is (..., N, e)."""
    lead = shape[:-1]
    m = draw.normal(*lead, 1, scale=spread, dtype=dtype)
    return m, 1.0 + 4.0 * draw.uniform(*lead, 1, dtype=dtype), draw.normal(*shape, dtype=dtype)


def emptied(given, rows: list[int]):
    """The state with these rows empty."""
    m, l, o = (part.clone() for part in given)  # noqa: E741
    m[..., rows, :], l[..., rows, :], o[..., rows, :] = -INF, 0.0, 0.0
    return m, l, o


def apart(one, two) -> float:
    """The largest difference of two states or results; equal infinities count as 0."""
    gaps = (torch.where(a == b, 0.0, (a - b).abs()).max().item() for a, b in zip(one, two))
    return max(INF if gap != gap else gap for gap in gaps)


@claim("The example of the task comes out.", otherwise="The first block's parts shrink to 1/4.")
def example(draw: Draw):
    one = torch.tensor([[0.0]]), torch.tensor([[2.0]]), torch.tensor([[4.0]])
    two = torch.tensor([[1.3863]]), torch.tensor([[1.0]]), torch.tensor([[7.0]])
    both = torch.tensor([[1.3863]]), torch.tensor([[1.5]]), torch.tensor([[8.0]])
    return [
        Call(torch.tensor([[0.0, 0.0]]), torch.tensor([[1.0], [3.0]])),
        Call(one, two, entry="merge_states"),
        Call(both, entry="finish"),
    ]


@claim(
    "A block gives each query its maximum, its sum, and its undivided output.",
    otherwise="Everything is relative to the row's own maximum.",
)
def blocks(draw: Draw):
    scores, values = block(draw, 3)
    turned = draw.normal(2, 5).mT, draw.normal(3, 2).mT
    return [
        Call(*block(draw)),
        Call(scores, values),
        Call(*turned),
        Call(*block(draw, size=(4, 1, 3))),
    ]


@claim("Masked scores count nothing, and a masked row is empty.", otherwise="-inf - (-inf) is nan.")
def masked(draw: Draw):
    scores, values = block(draw, 2, size=(5, 4, 3))
    scores[0, 1, [0, 2]] = -INF
    scores[1, draw.integer(0, 4)] = -INF
    return [Call(scores, values), Call(torch.full((2, 3), -INF), draw.normal(3, 4))]


@claim("Scores in the thousands stay exact.", otherwise="Exponentiate differences only.")
def large(draw: Draw):
    scores, values = block(draw, dtype=torch.float64)
    shift = torch.where(torch.arange(scores.shape[0]) % 2 == 0, 3000.0, -3000.0)[:, None]
    return Call(scores + shift, values)


@claim(
    "Two states are merged row by row, whichever has the larger maximum.",
    otherwise="Sum and output of both are made relative to the new maximum.",
)
def merges(draw: Draw):
    n, e = draw.distinct(2, 3, 9)
    one, two = state(draw, n, e), state(draw, n, e)
    return [
        Call(one, two, entry="merge_states"),
        Call(one, (one[0].clone(), *two[1:]), entry="merge_states"),
        Call(state(draw, 2, n, e), state(draw, 2, n, e), entry="merge_states"),
    ]


@claim(
    "Maxima that are thousands apart give no inf and no nan.",
    otherwise="Every exponent is at most 0: own maximum minus the new one.",
)
def far_apart(draw: Draw):
    one, two = (state(draw, 6, 2, spread=4000.0, dtype=torch.float64) for _ in range(2))
    return Call(one, two, entry="merge_states")


@claim("Empty rows change nothing, and two of them stay empty.", otherwise="Guard -inf - (-inf).")
def empty_rows(draw: Draw):
    one, two = state(draw, 4, 3), state(draw, 4, 3)
    every = [0, 1, 2, 3]
    return [
        Call(emptied(one, [0, 1]), emptied(two, [1, 2]), entry="merge_states"),
        Call(emptied(one, every), two, entry="merge_states"),
        Call(one, emptied(two, every), entry="merge_states"),
        Call(emptied(one, every), emptied(two, every), entry="merge_states"),
    ]


@claim("The end result is output and logsumexp.", otherwise="Divide by l; add m to its logarithm.")
def finished(draw: Draw):
    n, e = draw.distinct(2, 3, 9)
    single = draw.normal(n, 1), torch.ones(n, 1), draw.normal(n, e)
    return [
        Call(state(draw, n, e), entry="finish"),
        Call(state(draw, 2, n, e), entry="finish"),
        Call(single, entry="finish"),
    ]


@claim("An empty row ends as 0 and -inf.", otherwise="0 / 0 is nan.")
def finished_empty(draw: Draw):
    given = state(draw, 5, 3)
    rows = draw.sample(range(5), 2)
    return [Call(emptied(given, rows), entry="finish")]


@claim("Double precision stays double precision.", otherwise="Do not fix a dtype on the way.")
def keeps_dtype(draw: Draw):
    kind = torch.float64
    scores, values = block(draw, size=(3, 4, 2), dtype=kind)
    scores[1] = -INF
    return [
        Call(scores, values),
        Call(state(draw, 3, 2, dtype=kind), state(draw, 3, 2, dtype=kind), entry="merge_states"),
        Call(emptied(state(draw, 3, 2, dtype=kind), [1]), entry="finish"),
    ]


@claim(
    "Blocks merged in any order give ordinary attention.",
    otherwise="Check one block without a merge first, then two.",
)
def like_attention(draw: Draw):
    n, k, e = 4, 11, 3
    scores, values = block(draw, size=(n, k, e), scale=6.0, dtype=torch.float64)
    scores[draw.boolean_mask(n, k, share=0.2)] = -INF
    scores[:, -1] = 0.0  # no row is empty
    first, second = sorted(draw.distinct(2, 1, k - 1))
    cuts = [(0, first), (first, second), (second, k)]
    parts = []
    for a, b in (cuts[place] for place in draw.permutation(3)):
        part = yield Call(scores[:, a:b], values[a:b])
        parts.append(part)
    some = yield Call(parts[0], parts[1], entry="merge_states")
    every = yield Call(parts[2], some, entry="merge_states")
    output, lse = yield Call(every, entry="finish")
    right = scores.softmax(-1) @ values, scores.logsumexp(-1)
    gap = apart((output, lse), right)
    return True if gap < 1e-8 else Broken(f"The result is off by {gap:.3g}.")


@claim("Merging is associative and commutative.", otherwise="Both states are treated alike.")
def any_order(draw: Draw):
    kind = torch.float64
    a, b, c = (emptied(state(draw, 6, 2, dtype=kind), [row, 5]) for row in (0, 1, 2))
    ab = yield Call(a, b, entry="merge_states")
    ba = yield Call(b, a, entry="merge_states")
    if apart(ab, ba) > 1e-9:
        return Broken(f"a with b and b with a differ by {apart(ab, ba):.3g}.")
    bc = yield Call(b, c, entry="merge_states")
    left = yield Call(ab, c, entry="merge_states")
    right = yield Call(a, bc, entry="merge_states")
    if apart(left, right) > 1e-9:
        return Broken(
            f"(a with b) with c and a with (b with c) differ by {apart(left, right):.3g}."
        )
    return True
