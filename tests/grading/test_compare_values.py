"""What a learner is told when a value is not the expected one."""

import math

import pytest
import torch

from tutor.grading.claims import Call
from tutor.grading.compare import difference
from tutor.grading.outcome import Odd


def grid(*shape: int) -> torch.Tensor:
    return torch.arange(1.0, 1.0 + math.prod(shape)).reshape(shape).sqrt()


@pytest.mark.parametrize(
    "value",
    [
        grid(2, 3),
        torch.tensor([float("nan"), 1.0]),
        torch.tensor([float("inf"), -1.0]),
        torch.zeros(0, 4),
        [(b"a", b"b")],
        {"x": 1.5, "y": [True, None]},
        float("nan"),
        "text",
    ],
)
def test_a_value_equals_itself(value):
    assert difference(value, value) == ""


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (1, 1.0),
        (True, 1),
        ([1, 2], (1, 2)),
        ("a", b"a"),
        (torch.tensor(1.0), 1.0),
        (None, [1]),
        (Odd("numpy.ndarray"), torch.ones(2)),
    ],
)
def test_the_exact_type_is_asked_for(got, expected):
    assert "expected" in difference(got, expected)


def test_a_forgotten_return_is_named():
    assert "`return`" in difference(None, grid(2))


def test_shape_comes_before_dtype_and_dtype_before_values():
    right = grid(2, 3)
    assert "shape" in difference(torch.zeros(3, 3, dtype=torch.float64), right)
    assert "dtype" in difference(torch.zeros(2, 3, dtype=torch.float64), right)
    assert "index" in difference(torch.zeros(2, 3), right)


def test_a_shape_that_only_broadcasts_is_wrong():
    assert "shape" in difference(torch.ones(1), torch.ones(3))


def test_the_first_wrong_index_and_the_number_of_wrong_ones_are_told():
    got = grid(2, 3)
    got[1, 0], got[1, 2] = -1.0, -1.0
    text = difference(got, grid(2, 3))
    assert "[1, 0]" in text
    assert "got -1.0000, expected 2.0000" in text
    assert "2 of 6" in text


def test_nan_is_right_only_where_it_is_expected():
    right = torch.tensor([1.0, float("nan")])
    assert difference(torch.tensor([float("nan"), 1.0]), right)
    assert "nan" in difference(torch.tensor([float("nan"), 2.0]), torch.tensor([1.0, 2.0]))


@pytest.mark.parametrize(
    ("got", "words"),
    [
        (grid(3, 3) * 2.5, "2.5 times"),
        (grid(3, 3) + 0.25, "off by the same 0.25"),
        (-grid(3, 3), "wrong sign"),
        (grid(3, 3).mT, "last two dimensions swapped"),
        (grid(3, 3).flip(0), "reversed along dimension 0"),
        (torch.zeros(3, 3), "All numbers are 0"),
    ],
)
def test_one_rule_behind_all_numbers_is_named(got, words):
    assert words in difference(got, grid(3, 3))


def test_a_transposed_shape_is_named():
    assert "swapped" in difference(grid(2, 3).mT.contiguous(), grid(2, 3))


def test_the_only_wrong_batch_row_is_named():
    got = grid(3, 2, 2)
    got[1] += torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    assert "Only index 1 of dimension 0 is wrong." in difference(got, grid(3, 2, 2))


def test_rows_that_the_mask_blocks_are_named():
    mask = torch.ones(4, 5, dtype=torch.bool)
    mask[2] = False
    got = grid(4, 3)
    got[2] = float("nan")
    text = difference(got, grid(4, 3), call=Call(grid(4, 3), mask=mask))
    assert "the mask is False everywhere" in text


def test_the_first_wrong_merge_is_named():
    right = [(b"l", b"o"), (b"lo", b"w"), (b"e", b"s")]
    text = difference([right[0], (b"e", b"s"), (b"lo", b"w")], right)
    assert "index 1" in text
    assert "2 of 3 items" in text
    assert "another order" in text


def test_a_list_that_stops_too_early_says_so():
    text = difference([1, 2], [1, 2, 3])
    assert "2 items, expected 3" in text
    assert "too early" in text


def test_missing_and_additional_keys_are_named():
    assert "'b'" in difference({"a": 1}, {"a": 1, "b": 2})
    assert "'c'" in difference({"a": 1, "c": 2}, {"a": 1})


def test_tolerance_can_be_set_and_rounding_is_forgiven():
    right = grid(4)
    assert difference(right * (1 + 1e-6), right) == ""
    assert difference(right * 1.001, right)
    assert difference(right * 1.001, right, rtol=1e-2) == ""


def test_single_precision_is_not_enough_where_double_is_asked_for():
    right = grid(9).double().sqrt()
    assert difference(right.float().double() * (1 + 1e-6), right)


def test_a_difference_inside_a_list_of_tensors_says_in_which():
    assert "The result[1]" in difference([grid(2), grid(2) + 1], [grid(2), grid(2)])


def test_lists_of_tensors_inside_a_tuple_are_compared_to_the_number():
    right = ([torch.ones(2), torch.ones(3)], 1.0)
    wrong = ([torch.ones(2), torch.tensor([1.0, 2.0, 1.0])], 1.0)
    assert difference(right, right) == ""
    assert "[0][1] differs first at index [1]" in difference(wrong, right)
