"""Every kind of answer is marked as a fair teacher would, and slips are named."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.content.answers import AnswerError, grade
from tutor.content.cards import (
    Card,
    Choose,
    Cloze,
    Compute,
    Flip,
    Formula,
    Option,
    Order,
    Output,
    Shape,
    Type,
)
from tutor.content.posing import pose
from tutor.errors import Place


def posed(body, **more):
    place = Place(Path("deck.yaml"), 1)
    return pose(Card("training/01-a:one", "training/01-a", "?", body, place, **more), 3)


def test_a_flip_card_is_left_to_the_learner():
    assert grade(posed(Flip("yes")), None).right is None


TYPED = Type(
    ("Byte-pair encoding", "BPE", r"$\sqrt{d_k}$"), {"WordPiece": "WordPiece picks by likelihood."}
)


@pytest.mark.parametrize(
    "text",
    ["byte pair encoding", "Byte–Pair  Encoding.", "the byte-pair encoding", "bytepair encoding", "bpe", "√dₖ", "`BPE`", "“BPE”", "byte-pair encodings"],
)  # fmt: skip
def test_case_spaces_marks_and_articles_do_not_count(text):
    result = grade(posed(TYPED), text)
    assert (result.right, result.suggest, result.score) == (True, 3, 1.0)


@pytest.mark.parametrize(
    ("right", "text"),
    [("layer normalization", "Layer Normalisation"), ("tokenizer", "tokeniser"), ("-inf", "−∞"), ("O(n^2)", "o(n²)")],
)  # fmt: skip
def test_two_ways_to_write_one_thing_are_the_same(right, text):
    assert grade(posed(Type((right,))), text).suggest == 3


def test_a_typing_slip_counts_but_is_named():
    result = grade(posed(TYPED), "byte pair encodnig")
    assert (result.right, result.suggest) == (True, 2)
    assert "spelling" in result.message


def test_an_expected_wrong_answer_gets_its_explanation_even_misspelt():
    assert "likelihood" in grade(posed(TYPED), "wordpiece").message
    assert "likelihood" in grade(posed(TYPED), "wordpeice").message
    assert grade(posed(TYPED), "word piece").right is False


@pytest.mark.parametrize(
    ("right", "other"),
    [("bfloat16", "float16"), ("encoder", "decoder"), ("macro-average", "micro-average"), ("GPT-2", "GPT-3"), ("maximization", "minimization"), ("intra-document", "inter-document"), ("top-k", "top-p"), ("0.1", "0.2"), ("increases", "decreases"), ("n-1", "n+1"), ("float32", "float16"), ("C++", "C"), ("-1", "1")],
)  # fmt: skip
def test_another_term_is_not_a_typing_slip(right, other):
    assert grade(posed(Type((right,))), other).right is False


def test_numbers_typed_in_words_cards_compare_as_numbers():
    assert grade(posed(Type(("0.10",))), "0.1").right
    assert grade(posed(Type(("1,024",))), "1024").right


def test_a_cloze_with_two_holes_of_one_number_wants_both():
    body = Cloze("{{c1::query}} and {{c1::key}} in {{c2::attention}}", 1)
    assert grade(posed(body), "query, key").right
    assert grade(posed(body), "Query and Key").right
    assert grade(posed(body), "query").right is False
    assert grade(posed(Cloze(body.text, 2)), "Attention").right


SEVERAL = Choose(
    (
        Option("a", True, "because a"),
        Option("b", True),
        Option("c", False, "c is too slow"),
        Option("d", False, "d"),
    )
)


def _pick(question, *texts):
    return frozenset(i for i, option in enumerate(question.options) if option.text in texts)


def test_choosing_all_right_options_is_right():
    question = posed(SEVERAL)
    assert grade(question, _pick(question, "a", "b")).right


def test_a_partial_choice_scores_and_explains_each_option():
    question = posed(SEVERAL)
    result = grade(question, _pick(question, "b", "c"))
    notes = {question.options[i].text: why for i, why in result.notes}
    assert notes == {"a": "because a", "c": "c is too slow"}
    assert (result.right, result.score, result.suggest) == (False, 0.0, 1)
    half = grade(question, _pick(question, "a"))
    assert (half.right, half.score, half.suggest) == (False, 0.5, 2)


def test_one_right_option_is_all_or_nothing():
    question = posed(Choose((Option("yes", True), Option("no", False, "no way"))))
    assert grade(question, _pick(question, "yes")).right
    wrong = grade(question, _pick(question, "no"))
    assert (wrong.score, wrong.suggest) == (0.0, 1)
    assert "no way" in dict(wrong.notes).values()


SCORES = Compute("heads * T**2 * bytes", "bytes", 0.01)
VARY = {"heads": (8,), "T": (4096,), "bytes": (2,)}


@pytest.mark.parametrize(
    "text",
    ["268435456", "268,435,456", "2^28", "256 MiB", "0.25 GiB", "2.68e8", "8*4096^2*2", "268 MB"],
)
def test_a_number_counts_in_any_form_and_unit(text):
    assert grade(posed(SCORES, vary=VARY), text).right


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2^27", "half"),
        ("2^31", "8 times"),
        ("268 kB", "1,000 times"),
        ("-2^28", "sign"),
        ("99", "Not the right"),
    ],
)
def test_a_wrong_number_names_the_slip(text, words):
    result = grade(posed(SCORES, vary=VARY), text)
    assert (result.right, result.suggest) == (False, 1)
    assert words in result.message


def test_a_number_just_outside_the_tolerance_is_partly_right():
    result = grade(posed(Compute("100")), "102")
    assert (result.right, result.suggest) == (False, 2)
    assert "1 %" in result.message


def test_an_exact_number_tolerates_nothing_but_rounding():
    assert grade(posed(Compute("1000000", tolerance=0.0)), "1e6").right
    assert grade(posed(Compute("1000000", tolerance=0.0)), "1000001").right is False
    assert grade(posed(Compute("0", tolerance=0.0)), "0").right


DPO = Formula("-log(sigmoid(beta * (c - r)))", {"c": (-4, 4), "r": (-4, 4), "beta": (0.05, 1)})


@pytest.mark.parametrize(
    "text", ["-log σ(β(c − r))", "softplus(beta (r - c))", "L = log(1 + exp(-beta*(c-r)))"]
)
def test_any_equal_formula_is_right(text):
    assert grade(posed(DPO), text).right


def test_a_wrong_formula_names_the_slip():
    assert "sign" in grade(posed(DPO), "log sigmoid(beta*(c - r))").message
    assert "base" in grade(posed(DPO), "-log2(sigmoid(beta*(c - r)))").message
    assert grade(posed(DPO), "-log(sigmoid(c - r))").right is False


SHAPE = Shape(("B", "H", "T", "d_k"))


@pytest.mark.parametrize(
    "text",
    [
        "(B, H, T, d_k)",
        "B x H x T x d_k",
        "[B H T dₖ]",
        "B×H×T×d_k",
        "torch.Size([B, H, T, d_k])",
        "b, h, t, d_k",
    ],
)
def test_a_shape_counts_in_any_notation(text):
    assert grade(posed(SHAPE), text).right


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(B, H, d_k, T)", "last two dimensions are swapped"),
        ("(B, T, H, d_k)", "2 and 3 are swapped"),
        ("(B, H, T)", "missing: d_k"),
        ("(B, H, T, d_k, 1)", "too many: 1"),
        ("(B, H, T, T)", "Dimension 4 is not T"),
    ],
)
def test_a_wrong_shape_says_what_is_wrong(text, words):
    result = grade(posed(SHAPE), text)
    assert result.right is False
    assert words in result.message


def test_a_product_of_dimensions_counts_in_any_order():
    body = Shape(("B * T", "T - 1"))
    for text in ("(T*B, T-1)", "(BT, T - 1)", "(B·T, -1 + T)"):
        assert grade(posed(body), text).right
    assert grade(posed(body), "(B + T, T - 1)").right is False


def test_a_dimension_is_not_another_one_in_small_letters():
    assert grade(posed(Shape(("D", "d"))), "(d, D)").right is False


STEPS = Order(("embed", "attend", "normalise", "project", "sample"))


def _arranged(question, *order):
    return tuple(question.steps.index(step) for step in order)


def test_steps_in_order_are_right_and_the_first_wrong_one_is_named():
    question = posed(STEPS)
    assert grade(question, _arranged(question, *STEPS.steps)).right
    result = grade(
        question, _arranged(question, "embed", "attend", "project", "normalise", "sample")
    )
    assert (result.right, result.score, result.suggest) == (False, 0.9, 2)
    assert "Step 3" in result.message
    assert "normalise" in result.message
    assert grade(question, _arranged(question, *reversed(STEPS.steps))).suggest == 1


PRINTS = Output("", "tensor([[1., 2.],\n        [3., 4.]])\nTrue\n")


@pytest.mark.parametrize(
    "text",
    ["tensor([[1., 2.],\n        [3., 4.]])\nTrue", "tensor([[1.,2.],[3.,4.]])  \nTrue\n\n"],
)
def test_spacing_of_printed_tensors_does_not_count(text):
    assert grade(posed(PRINTS), text).suggest == 3


def test_the_first_printed_line_that_differs_is_shown():
    result = grade(posed(PRINTS), "tensor([[1., 2.], [3., 4.]])\nFalse")
    assert result.right is False
    assert "Line 2 is not `False` but `True`" in result.message
    assert "missing" in grade(posed(PRINTS), "tensor([[1., 2.], [3., 4.]])").message
    assert grade(posed(Output("", "1 2")), "12").right is False
    assert grade(posed(Output("", "1\n2")), "1 2").right is False


def test_another_way_to_write_the_same_numbers_is_a_slip():
    result = grade(posed(PRINTS), "tensor([[1, 2], [3, 4]])\nTrue")
    assert (result.right, result.suggest) == (True, 2)


@pytest.mark.parametrize(
    ("body", "response"),
    [(TYPED, ""), (TYPED, "  "), (TYPED, None), (SEVERAL, frozenset()), (SEVERAL, frozenset({9})), (STEPS, (0, 0, 1)), (STEPS, (0, 1)), (SCORES, "3,5"), (SCORES, "abc"), (DPO, "beta +"), (DPO, "gamma"), (SHAPE, "()@"), (SHAPE, "(B,,T)")],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_not_counted(body, response):
    with pytest.raises(AnswerError) as problem:
        grade(posed(body, vary=VARY if body is SCORES else {}), response)
    assert problem.value.what


def test_a_question_mark_means_not_known():
    assert grade(posed(TYPED), "?").suggest == 1


@settings(deadline=None)
@given(
    st.sampled_from([TYPED, DPO, SHAPE, PRINTS, Compute("2*3", "s"), Cloze("{{c1::a}}", 1)]),
    st.text(max_size=30),
)
def test_any_text_gets_a_mark_or_advice(body, text):
    try:
        result = grade(posed(body), text)
    except AnswerError:
        return
    assert 0 <= result.score <= 1
    assert result.suggest in (1, 2, 3)
    assert result.right == (result.score >= 0.9)
