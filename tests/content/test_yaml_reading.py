"""What YAML would silently turn into something else is refused, with its line."""

from pathlib import Path

import pytest

from tutor.content import yamlio
from tutor.errors import ContentError

FILE = Path("deck.yaml")


@pytest.mark.parametrize(
    "written", ["no", "Yes", "on", "OFF", "12:30", "017", "0x1f", "1_000", "2024-01-02", ".inf"]
)
def test_a_trap_names_its_line_and_asks_for_quotes(written):
    with pytest.raises(ContentError) as caught:
        yamlio.parse(f"title: fine\nanswer: {written}\n", FILE)
    assert str(caught.value).startswith("deck.yaml:2: ")
    assert f"Write it in quotes: '{written}'" in str(caught.value)


def test_the_same_words_in_quotes_are_text():
    assert yamlio.parse("a: 'no'\nb: \"12:30\"\nc: '1.0'\n", FILE) == {
        "a": "no",
        "b": "12:30",
        "c": "1.0",
    }


def test_ordinary_numbers_and_flags_stay_what_they_are():
    read = yamlio.parse("n: 12\nx: -0.5\ne: 1.5e-3\nt: true\nlist: [1, two]\n", FILE)
    assert read == {"n": 12, "x": -0.5, "e": 0.0015, "t": True, "list": [1, "two"]}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "`a` is given twice, first in line 1"),
        ("a: 1\nb:\nc: 2\n", 2, "A value is missing"),
        ("a: [1\nb: 2\n", 2, "not valid YAML"),
        ("- a\n- b\n", 1, "keys and values"),
        ("", 1, "keys and values"),
        ("a: &x [1]\nb: *x\n", 1, "repeats a part"),
        ("a: 1\nb: {[1]: 2}\n", 2, "A key must be a word"),
        ("a: !!python/object/apply:os.system ['true']\n", 1, "is not allowed"),
        ("a: !!python/name:os.system\n", 1, "is not allowed"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: " + "9" * 5000, 1, "as a number"),
        ("a: 1.0e+999", 1, "as a number"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text, line, words):
    with pytest.raises(ContentError) as caught:
        yamlio.parse(text, FILE)
    assert caught.value.where.line == line
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 200_000, "a:\n" + " [\n" * 200_000, "- " * 20_000 + "a", "{a: " * 5_000]
)
def test_deep_nesting_is_an_error_and_not_the_end_of_the_process(text):
    with pytest.raises(ContentError, match="Nested too deeply"):
        yamlio.parse(text, FILE)


def test_keys_know_their_lines():
    read = yamlio.parse("a: 1\nlist:\n  - id: x\n    why: |\n      two\n      rows\n", FILE)
    assert read.lines == {"a": 1, "list": 2}
    assert (read["list"][0].line, read["list"][0].lines["why"]) == (3, 4)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None])
def test_a_file_that_is_no_text_or_not_there_is_named(tmp_path, data):
    path = tmp_path / "deck.yaml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        yamlio.read(path)
    assert caught.value.where == path


def test_a_byte_order_mark_does_not_hide_the_first_key(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"\xef\xbb\xbfdeck: a/b\n")
    assert yamlio.read(path) == {"deck": "a/b"}
