"""What people get wrong in pre-tokenization. Each docstring is the explanation."""

import regex

_GPT2 = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def _cut(text, specials, *, pattern=_GPT2, escape=regex.escape, longest=True, keep=True):
    order = specials if longest is None else sorted(specials, key=len, reverse=longest)
    borders = "|".join(map(escape, order))
    parts = regex.split(f"({borders})", text) if specials else [text]
    out = []
    for part in parts:
        if part in specials:
            out += [part] if keep else []
        elif part:
            out += regex.findall(pattern, part)
    return out


def splits_on_spaces(text, specials):
    """The text is split on white space. The spaces are lost, and decoding can never bring them back; besides,
    punctuation sticks to words. A pre-tokenizer cuts, it never throws away."""
    order = sorted(specials, key=len, reverse=True)
    parts = (
        regex.split("(" + "|".join(map(regex.escape, order)) + ")", text) if specials else [text]
    )
    return [chunk for part in parts for chunk in ([part] if part in specials else part.split())]


def groups_capture(text, specials):
    """The contractions stand in a capturing group. Then `findall` returns what the *group* matched, not the
    whole match: nearly everything becomes an empty string. Write `(?:...)`."""
    return _cut(text, specials, pattern=_GPT2.replace("(?:", "("))


def ascii_letters(text, specials):
    """Only a-z and 0-9 count as letters and digits. Every other script is cut like punctuation, and words such as
    naïve fall apart. `\\p{L}` and `\\p{N}` stand for the letters and numbers of all scripts."""
    return _cut(text, specials, pattern=_GPT2.replace(r"\p{L}", "a-zA-Z").replace(r"\p{N}", "0-9")
                .replace("?a-zA-Z+", "?[a-zA-Z]+").replace("?0-9+", "?[0-9]+"))  # fmt: skip


def shortest_special_first(text, specials):
    """The shorter special token stands first in the alternation. A pattern takes the first alternative that
    matches, so the longer token is never found. Sort by length, longest first."""
    return _cut(text, specials, longest=False)


def specials_as_given(text, specials):
    """The special tokens stand in the alternation as they were given. A pattern takes the first alternative that matches, so a longer token is only found if
    it happens to come first. Sort by length, longest first."""
    return _cut(text, specials, longest=None)


def specials_not_escaped(text, specials):
    """The special tokens go into the pattern as they are. Their `|`, `.` and `[` then mean something: `<|end|>`
    becomes "`<` or `end` or `>`". Put each through `regex.escape`."""
    return _cut(text, specials, escape=str)


def specials_dropped(text, specials):
    """The special tokens are missing from the result. They are no text to be merged, but they are tokens: the
    model must see where a document ends. Split with a capturing group, or put them back."""
    return _cut(text, specials, keep=False)


def specials_cut_up(text, specials):
    """The pattern runs over the whole text, special tokens included, and cuts them into pieces like
    `<|`, `end` and `|>`. Cut them out first."""
    return regex.findall(_GPT2, text)
