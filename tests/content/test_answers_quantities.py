"""Numbers are read in every form people write them; typical slips are named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.content.quantities import ExpressionError, read, slip


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.07e9", "", 1.07e9),
        ("1,073,741,824", "", 2**30),
        ("1_000", "", 1000),
        ("1 000 000", "", 10**6),
        ("2^30", "", 2**30),
        ("2*10^9", "", 2e9),
        ("2 x 10^9", "", 2e9),
        ("1.07·10⁹", "", 1.07e9),
        ("≈ 3", "", 3),
        ("about 1/4", "", 0.25),
        ("−5", "", -5),
        ("4 GB", "bytes", 4e9),
        ("4GiB", "bytes", 2**32),
        ("512 MiB", "GiB", 0.5),
        ("2^30 bytes", "bytes", 2**30),
        ("16 bits", "bytes", 2),
        ("1.5 billion bytes", "bytes", 1.5e9),
        ("(3+4)*2 MB", "bytes", 14e6),
        ("1 MB per token", "bytes per token", 1e6),
        ("1 MB", "bytes per token", 1e6),
        ("2 TB/s", "GB/s", 2000),
        ("5 ms", "s", 0.005),
        ("2 hours", "seconds", 7200),
        ("2 TFLOPs", "FLOPs", 2e12),
        ("37%", "", 0.37),
        ("37 %", "%", 37),
        ("7B", "parameters", 7e9),
        ("1.5M parameters", "parameters", 1.5e6),
        ("12 head", "heads", 12),
        ("2pi", "", 6.283185307179586),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, unit, value):
    assert read(text, unit) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "advice"),
    [("3,5", "", "3.5"), ("5 apples", "bytes", "bytes"), ("32 K", "bytes", "bytes"), ("abc", "", "numbers")],
)  # fmt: skip
def test_what_is_not_a_number_gets_advice(text, unit, advice):
    with pytest.raises(ExpressionError) as problem:
        read(text, unit)
    assert advice in problem.value.todo


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(["", "bytes", "%", "s", "GB/s"]))
def test_any_text_gives_a_number_or_advice(text, unit):
    try:
        assert isinstance(read(text, unit), float)
    except ExpressionError as problem:
        assert problem.what


@pytest.mark.parametrize(
    ("given", "words"),
    [(200, "twice"), (50, "half"), (800, "8 times"), (-100, "sign"), (0.01, "inverse"), (10, "10 times"), (100000, "1,000 times too large"), (102400, "1,024 times"), (107.37, "GiB"), (69.3, "base")],
)  # fmt: skip
def test_a_typical_slip_is_named(given, words):
    assert words in slip(given, 100, 0.001)


def test_no_slip_is_made_up():
    assert slip(137, 100, 0.01) == ""
    assert slip(5, 0, 0.01) == ""
