"""Formulas in two dimensions: every row as wide as the others, faults refused, width respected."""

import subprocess
import sys

import pytest
from rich.cells import cell_len

from tutor.content import maths
from tutor.errors import MathsError

ATTENTION = r"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"
FORMULAS = [
    ATTENTION,
    r"\hat{A}_i = \frac{r_i - \mathrm{mean}(r_1,\ldots,r_G)}{\mathrm{std}(r_1,\ldots,r_G)}",
    r"\begin{pmatrix} \cos m\theta & -\sin m\theta \\ \sin m\theta & \cos m\theta \end{pmatrix}",
    r"\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}",
    r"\hat y = \operatorname*{argmax}_{y} p(y \mid x)",
    r"L = -\sum_{i=1}^{C} y_i \log \hat{y}_i",
    r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
]


def test_attention_is_drawn_as_it_is_printed():
    assert maths.block(ATTENTION) == [
        "       ⎛    ⊤  ⎞ ",
        "       ⎜  QK   ⎟ ",
        "softmax⎜╶─────╴⎟V",
        "       ⎜  ┌──╴ ⎟ ",
        "       ⎝ ╰┘dₖ  ⎠ ",
    ]


@pytest.mark.parametrize("tex", FORMULAS)
def test_every_row_is_as_wide_as_the_others(tex):
    assert len({cell_len(row) for row in maths.block(tex)}) == 1


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"a\log x", "a log x"),
        (r"\text{if } x > 0", "if x>0"),
        (r"a \bmod b", "a mod b"),
        (r"x \not= y", "x≠y"),
        (r"\argmax_x f(x)", "argmaxₓf(x)"),
        (r"\mathrm{Var} x", "Var x"),
    ],
)
def test_words_stand_apart(tex, text):
    assert maths.block(tex) == [text]


@pytest.mark.parametrize(
    "tex",
    [
        r"\unknown x",
        r"\underbrace{a+b}_n",
        r"\overline{ab}",
        r"{a+b}^2",
        r"\frac{a}{b}^2",
        r"\frac{a}",
        r"\text{a_b}",
        "",
        "{" * 200,
    ],
)
def test_a_block_that_would_be_wrong_is_refused(tex):
    with pytest.raises(MathsError):
        maths.block(tex)


def test_fit_takes_the_block_if_there_is_room_and_the_line_if_not():
    assert len(maths.fit(ATTENTION, 17)) == 5
    assert maths.fit(ATTENTION, 16)[0].startswith("softmax(")
    assert maths.fit(r"{a+b}^2", 40) == ["(a + b)²"]


def test_a_long_line_is_broken_at_operators_and_loses_nothing():
    tex = " + ".join(rf"\alpha_{{{n}}} x_{{{n}}}" for n in range(20))
    rows = maths.fit(tex, 30)
    assert all(len(row) <= 30 for row in rows)
    assert "".join("".join(rows).split()) == "".join(maths.line(tex).split())


def test_the_drawing_library_is_loaded_only_for_a_block():
    code = "import sys; from tutor.content import maths; maths.line('x^2'); print('texicode' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
