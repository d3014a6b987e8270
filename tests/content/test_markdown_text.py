"""Text with formulas for a Markdown view and for a plain terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tutor.content.markdown import formulas, plain, prepare
from tutor.errors import MathsError


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a $x_1$ b", "a `x₁` b"),
        ("the $i$th ($x$), $y$.", "the `i`th (`x`), `y`."),
        ("a formula $x +\ny$ over two lines", "a formula `x + y` over two lines"),
        ("It costs $5 and $10 now.", "It costs $5 and $10 now."),
        ("(costs $5) and ($x$)", "(costs $5) and (`x`)"),
        (r"\$5 and $x$", "$5 and `x`"),
        ("US$5-$10", "US$5-$10"),
        ("from $5 - $7 to $9", "from $5 - $7 to $9"),
        (r"$1 - \eta$ and $2.5 = x$", "`1 − η` and `2.5 = x`"),
        ("$HOME and $PATH", "$HOME and $PATH"),
        ("`$a$` and $b$", "`$a$` and `b`"),
        ("`` a ` $b$ `` $c$", "`` a ` $b$ `` `c`"),
        ("```python\nx = '$a$' * y*z\n```\n$y$", "```python\nx = '$a$' * y*z\n```\n`y`"),
        ("- a\n  ```\n  $x$\n  ```\n- $b$", "- a\n  ```\n  $x$\n  ```\n- `b`"),
        ("```\nnever closed $x$", "```\nnever closed $x$"),
        ("~~~\n$a$\n~~~", "~~~\n$a$\n~~~"),
        ("a*b*c", r"a\*b\*c"),
        ("**bold** and *it*", "**bold** and *it*"),
        ("<eos>", "<eos>"),
        ("| a |\n|---|\n| $p(a\\mid b)$ |", "| a |\n|---|\n| `p(a \\| b)` |"),
    ],
)
def test_formulas_become_text_and_nothing_else_changes(text, shown):
    assert prepare(text, width=60) == shown


def _fences(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": False}).parse(markdown)
    return [token.content.rstrip("\n") for token in tokens if token.type == "fence"]


def test_a_display_formula_becomes_a_block():
    assert _fences(prepare(r"So: $$\frac{a}{b}$$ and on.", width=60)) == [" a\n╶─╴\n b"]
    assert _fences(prepare(r"$$\frac{a}{b}$$", width=60, block=False)) == ["a/b"]


def test_a_display_formula_stays_inside_its_list_item():
    shown = prepare("- item\n\n  $$\\frac{a}{b}$$\n\n  more\n- next", width=60)
    tokens = MarkdownIt("commonmark").parse(shown)
    assert [t.type for t in tokens].count("list_item_open") == 2
    assert [t.level for t in tokens if t.type == "fence"] == [2]


def test_a_display_formula_fits_the_width():
    tex = r"$$\frac{a}{b} + " + " + ".join(rf"\alpha_{{{n}}}" for n in range(20)) + "$$"
    for text in (prepare(tex, width=40), plain(tex, 40)):
        assert all(len(row) <= 40 for row in text.split("\n"))


def test_formulas_are_listed_without_those_in_code():
    text = "$a$ `$b$` $$c\n+ d$$ \\$5\n```\n$e$\n```"
    assert formulas(text) == [("a", False), ("c + d", True)]


def test_an_undrawable_formula_is_an_error():
    for show in (prepare, lambda text, width: plain(text, width)):
        with pytest.raises(MathsError):
            show(r"see $\nonsense$", width=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold $x_1$** and *it* `a*b*c` `*args, *more`", "bold x₁ and it a*b*c *args, *more"),
        ("a*b*c and x ** y ** z and snake_case_name", "a*b*c and x ** y ** z and snake_case_name"),
        ("# Title\n\n- one\n- two", "Title\n\n- one\n- two"),
        (
            "run:\n```python\nx = 1\nif x:\n    y\n```\ndone",
            "run:\n\n    x = 1\n    if x:\n        y\n\ndone",
        ),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        (r"\*not bold\* \$5", "*not bold* $5"),
        ("[paper](https://example.org)", "paper (https://example.org)"),
        (r"$$\frac{a}{b}$$", "     a\n    ╶─╴\n     b"),
        ("<eos> stays", "<eos> stays"),
    ],
)
def test_plain_text_has_no_marks(text, shown):
    assert plain(text, 60) == shown


def test_plain_text_is_wrapped_and_never_inside_a_formula():
    rows = plain("- some words before $a + b + c + d$ and after it go on", 24).split("\n")
    assert all(len(row) <= 24 for row in rows)
    assert any("a + b + c + d" in row for row in rows)
    assert rows[1].startswith("  ")


@settings(deadline=None)
@given(st.text(max_size=80) | st.text("$`\\*_~ \nab1{}|-#[]()", max_size=80))
def test_any_text_is_shown_or_refused(text):
    for show in (lambda: prepare(text, width=40), lambda: plain(text, 40)):
        try:
            show()
        except MathsError as problem:
            assert problem.what


def test_a_list_item_over_several_lines_is_one_paragraph():
    text = "- returns it. The empty word gives\n  `([], 0.0)`.\n  And more."
    assert plain(text, 60) == "- returns it. The empty word gives ([], 0.0). And more."
