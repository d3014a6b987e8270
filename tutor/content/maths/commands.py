"""LaTeX commands with arguments, as methods that the reader mixes in."""

from __future__ import annotations

import re
import unicodedata

from tutor.content.maths import symbols
from tutor.content.maths.pieces import Piece, grouped, joined, script, tightness


class Commands:
    """`do_name` reads the arguments of `\\name` and gives its pieces."""

    tokens: list[str]
    at: int

    def words(self) -> str:
        """`\\text{...}` keeps its spaces."""
        if self.take() != "{":
            self.at -= 1
            return self.take()
        out = []
        while self.at < len(self.tokens) and self.tokens[self.at] != "}":
            token = self.tokens[self.at]
            if token in ("{", "$") or (token[0] == "\\" and token[1:] not in symbols.LETTERS):
                raise self.fail(f"Unexpected `{token}` inside text")
            if not token.replace("\n", " ").isprintable():
                raise self.fail("Unprintable text")
            out.append(symbols.LETTERS[token[1:]] if token[0] == "\\" else token)
            self.at += 1
        self.take()
        return re.sub(r"\s+", " ", "".join(out))

    def roman(self) -> list[Piece]:
        """Letters set upright are one name; a known function keeps its manners."""
        inside = self.argument()
        text = joined(inside)
        if text in symbols.FUNCTIONS:
            return [Piece(text, "func")]
        return [Piece(text)] if re.fullmatch(r"[\w−. -]+", text) else inside

    def accent(self, name: str) -> Piece:
        inside = self.argument()
        text = joined(inside)
        letter, rest = text[:1], text[1:]
        single = all(c in _SMALL or unicodedata.combining(c) for c in rest)
        if letter and letter.isalnum() and single:
            return Piece(unicodedata.normalize("NFC", letter + symbols.ACCENTS[name]) + rest)
        if name in symbols.OVERLINES and text.isalnum():
            return Piece("".join(c + symbols.OVERLINES[name] for c in text))
        return Piece(f"{_SPOKEN.get(name, name)}({text})", "group")

    def do_frac(self) -> list[Piece]:
        above = grouped(self.argument(), allow=("atom", "product"))
        return [Piece(f"{above}/{grouped(self.argument())}", "frac")]

    do_dfrac = do_tfrac = do_cfrac = do_frac

    def do_binom(self) -> list[Piece]:
        return [Piece(f"C({joined(self.argument())}, {joined(self.argument())})")]

    def do_sqrt(self) -> list[Piece]:
        degree = ""
        if self.peek() == "[":
            self.take()
            above = self.row(until=("]",))
            self.take()
            degree = script(above, "^")[0]
            if degree.startswith("^"):
                raise self.fail("Unsupported degree of a root")
        inside = self.argument()
        simple = len(inside) == 1 and inside[0].kind == "atom" and inside[0].text
        whole = len(inside) == 1 and inside[0].kind == "group" and not inside[0].scripted
        whole = whole and inside[0].text[0] == "("
        text = joined(inside)
        return [Piece(f"{degree}√{text}" if simple or whole else f"{degree}√({text})", "root")]

    def do_left(self) -> list[Piece]:
        opening = self.delimiter()
        inside = self.row(until=("\\right",))
        self.take()
        closing = self.delimiter()
        if not opening and not closing:
            return inside
        if not opening:
            return [Piece(grouped(inside) + closing, "group")]
        return [Piece(f"{opening}{joined(inside)}{closing}", "group")]

    def delimiter(self) -> str:
        token = self.take()
        if token == ".":
            return ""
        if token.startswith("\\"):
            name = token[1:]
            for table in (symbols.OPENING, symbols.CLOSING, symbols.BARS):
                if name in table:
                    return table[name]
        elif token in "()[]|/<>":
            return {"<": "⟨", ">": "⟩"}.get(token, token)
        raise self.fail(f"`{token}` is not a bracket")

    def do_big(self) -> list[Piece]:
        if self.peek() in (None, "{", "}"):
            raise self.fail("A bracket is missing")
        return self.atom()

    do_Big = do_bigg = do_Bigg = do_bigl = do_bigr = do_Bigl = do_Bigr = do_big
    do_biggl = do_biggr = do_Biggl = do_Biggr = do_big

    def do_middle(self) -> list[Piece]:
        return [Piece(self.delimiter(), "rel")]

    do_bigm = do_Bigm = do_middle

    def do_not(self) -> list[Piece]:
        text = joined(self.argument())
        if text not in symbols.NEGATED:
            raise self.fail("Unsupported `\\not`")
        return [Piece(symbols.NEGATED[text], "rel")]

    def do_pmod(self) -> list[Piece]:
        return [Piece(" ", "space"), Piece(f"(mod {joined(self.argument())})", "group")]

    def do_underbrace(self) -> list[Piece]:
        inside = self.argument()
        return [Piece(grouped(inside), "atom" if tightness(inside) == "atom" else "group")]

    do_overbrace = do_boxed = do_underbrace

    def do_overset(self) -> list[Piece]:
        above, base = self.argument(), self.argument()
        return [self.scripted(base, {"^": above}, "")]

    do_stackrel = do_overset

    def do_underset(self) -> list[Piece]:
        below, base = self.argument(), self.argument()
        return [self.scripted(base, {"_": below}, "")]

    def do_xrightarrow(self) -> list[Piece]:
        return [self.scripted([Piece("→", "rel")], {"^": self.argument()}, "")]

    def do_phantom(self) -> list[Piece]:
        self.argument()
        return []

    def do_begin(self) -> list[Piece]:
        name = self.words()
        if name not in symbols.ENVIRONMENTS:
            raise self.fail(f"Unsupported environment `{name}`")
        if name == "array":
            self.argument()
        rows, cells = [], []
        while True:
            cells.append(self.row(until=("&", "\\\\", "\\end")))
            token = self.take()
            if token != "&":
                rows.append(cells)
                cells = []
            if token == "\\end":
                break
        if self.words() != name:
            raise self.fail("Environments do not match")
        return [_table(name, [row for row in rows if any(row)])]


def _table(name: str, rows: list[list[list[Piece]]]) -> Piece:
    brackets = symbols.ENVIRONMENTS[name]
    if not brackets:
        lines = [joined([piece for cell in row for piece in cell]) for row in rows]
        return Piece("; ".join(lines), "words")
    if name == "cases":
        lines = [", ".join(joined(c).rstrip(" ,") for c in row if c) for row in rows]
    else:
        lines = [" ".join(_cell(cell, alone=len(row) == 1) for cell in row) for row in rows]
    return Piece(f"{brackets[0]}{'; '.join(lines)}{brackets[1]}", "group")


def _cell(cell: list[Piece], *, alone: bool) -> str:
    text = joined(cell)
    return f"({text})" if " " in text and not alone and tightness(cell) != "atom" else text


_SMALL = frozenset(symbols.SUPER.values()) | frozenset(symbols.SUB.values()) | {"′"}
_SPOKEN = {"widehat": "hat", "widetilde": "tilde", "overline": "bar"}
