"""What authors of `cases.py` can rely on."""

import random

import torch

from tutor.grading.claims import Broken, Call, Claim, Draw, claim, claims_of
from tutor.grading.judge import InProcess, Trace, failure


def everything(draw: Draw) -> list:
    return [
        draw.normal(2, 3),
        draw.uniform(4),
        draw.integers(0, 9, 5),
        draw.boolean_mask(3, 3),
        draw.integer(1, 10**6),
        draw.choice(range(10**6)),
        draw.permutation(20),
        draw.distinct(4, 3, 40),
        draw.text(12),
        draw.words(5),
    ]


def test_a_seed_replays_its_inputs_and_another_gives_others():
    first, again, other = (everything(Draw(seed)) for seed in ("7:a", "7:a", "8:a"))
    assert repr(first) == repr(again)
    assert all(repr(a) != repr(b) for a, b in zip(first, other, strict=True))


def test_drawing_leaves_the_global_generators_alone():
    random.seed(3)
    torch.manual_seed(3)
    before = random.getstate(), torch.get_rng_state()
    everything(Draw(1))
    assert random.getstate() == before[0]
    assert torch.equal(torch.get_rng_state(), before[1])


def test_sizes_that_must_not_be_confused_are_all_different():
    for seed in range(50):
        sizes = Draw(seed).distinct(4, 3, 6)
        assert sorted(sizes) == [3, 4, 5, 6]


def test_a_permutation_really_permutes():
    assert all(Draw(seed).permutation(2) == [1, 0] for seed in range(20))


def test_integer_includes_its_upper_end_and_integers_does_not():
    assert {Draw(seed).integer(0, 1) for seed in range(40)} == {0, 1}
    assert Draw(0).integers(0, 2, 500).max() == 1


def test_dtype_and_scale_are_kept():
    assert Draw(0).normal(3, dtype=torch.float64).dtype is torch.float64
    assert Draw(0).normal(10_000, scale=5.0).std() > 4


def test_claims_are_found_in_the_order_they_are_written():
    @claim("First.", otherwise="a")
    def zebra(draw):
        return Call(1)

    @claim("Second.", otherwise="b", speed=3.0, rtol=0.5)
    def ape(draw):
        out = yield Call(1)
        return out == 1 or Broken("no")

    found = claims_of({"ape": ape, "other": 3, "zebra": zebra})
    assert [one.sentence for one in found] == ["First.", "Second."]
    assert [one.name for one in found] == ["zebra", "ape"]
    assert [one.measured for one in found] == [False, True]
    assert [one.property for one in found] == [False, True]


def test_a_call_keeps_its_own_words_apart_from_the_arguments():
    call = Call(1, 2, entry="f", wrt=[0], upstream=5, mask=None)
    request = call.request("default")
    assert (request.entry, request.args, request.kwargs) == ("f", (1, 2), {"mask": None})
    assert (request.wrt, request.upstream) == ((0,), 5)
    assert Call(1).request("default").entry == "default"


def test_a_tensor_without_dimensions_can_be_drawn():
    draw = Draw(3)
    assert draw.normal().shape == draw.uniform().shape == ()


def test_gradients_of_tensors_inside_of_arguments_are_compared():
    def loss(x, weights):
        return (x * weights["a"] + weights["more"][1]).sum()

    x, inner = torch.ones(2), [torch.zeros(2), torch.zeros(2)]
    paths = (0, (1, "a"), (1, "more", 1))
    call = Call(x, {"a": torch.tensor([2.0, 3.0]), "more": inner}, entry="loss", wrt=paths)
    right = InProcess({"loss": loss}).call(call.request("loss"))
    assert [right.grads[path].tolist() for path in paths] == [[2.0, 3.0], [1.0, 1.0], [1.0, 1.0]]
    detached = InProcess({"loss": lambda x, w: loss(x, {**w, "a": w["a"].detach()})})
    got = detached.call(call.request("loss"))
    one = Claim(lambda draw: call, "s", "o")
    traces = [Trace([call], [answer]) for answer in (got, right)]
    assert failure(one, *traces) == "No gradient reaches `a` in argument 2."
