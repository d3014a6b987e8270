"""A recursive descent over LaTeX maths that gives pieces of text. Draws nothing itself."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor.content.maths import symbols
from tutor.content.maths.commands import Commands
from tutor.content.maths.pieces import Piece, grouped, joined, script
from tutor.errors import MathsError

_TOKEN = re.compile(
    r"\\(?:operatorname\*|[A-Za-z]+|.)|\{,\}|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\s+|.",
    re.DOTALL,
)
_KINDS = {"+": "add", "-": "add", "−": "add", "±": "add", "/": "slash", "*": "mul", "·": "mul"}
_KINDS |= {"×": "mul", "=": "rel", "<": "rel", ">": "rel", ":": "rel", ",": "comma", ";": "comma"}
_KINDS |= {"(": "open", "[": "open", ")": "close", "]": "close", "|": "bar", "!": "post"}
_KINDS |= {".": "post", "?": "post", "~": "space"}
_ENDS = ("}", "&", "\\\\", "\\right", "\\end")
_DEEPEST, _LONGEST = 40, 3000


class Reader(Commands):
    """Reads one formula from left to right. Raises `MathsError`."""

    def __init__(self, tex: str) -> None:
        self.tokens = _TOKEN.findall(tex)
        self.at = self.depth = 0
        self.tex = tex
        self.bracketed = False
        if len(tex) > _LONGEST:
            raise MathsError("The formula is too long to be drawn.")

    def fail(self, what: str) -> MathsError:
        return MathsError(f"{what} in the formula `{self.tex}`.")

    def peek(self) -> str | None:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> str:
        token = self.peek()
        if token is None:
            raise self.fail("Unexpected end")
        self.at += 1
        return token

    def row(self, until: tuple[str, ...] | None) -> list[Piece]:
        """Everything up to one of the closing tokens, which is left to be taken."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise MathsError("The formula is nested too deeply to be drawn.")
        out: list[Piece] = []
        while (token := self.peek()) is not None and (until is None or token not in until):
            if token in _ENDS:
                raise self.fail(f"Unexpected `{token}`")
            out += self.element()
        if until is not None and self.peek() is None:
            raise self.fail(f"Missing `{until[0]}`")
        self.depth -= 1
        return out

    def element(self) -> list[Piece]:
        """One atom with its scripts."""
        base = [] if self.peek() in ("_", "^", "'") else self.atom()
        scripts: dict[str, list[Piece]] = {}
        primes = 0
        while (token := self.peek()) in ("_", "^", "'"):
            self.take()
            if token == "'":
                primes += 1
                continue
            if token in scripts:
                raise self.fail("Two subscripts" if token == "_" else "Two superscripts")
            scripts[token] = self.argument()
        return [self.scripted(base, scripts, "′" * primes)] if scripts or primes else base

    def scripted(self, base: list[Piece], scripts: dict[str, list[Piece]], primes: str) -> Piece:
        piece = self.base(base)
        sub, sub_tail = script(scripts.get("_", []), "_") if "_" in scripts else ("", "")
        sup, sup_tail = script(scripts.get("^", []), "^") if "^" in scripts else ("", "")
        marked_sub, marked_sup = sub.startswith("_"), sup.startswith("^")
        if marked_sub and sup and not marked_sup:
            text, tail = f"{piece.text}{primes}{sup}{sub}", sub_tail
        else:
            text, tail = (
                f"{piece.text}{primes}{sub}{sup}",
                sup_tail or (sub_tail if not sup else ""),
            )
        return replace(piece, text=text, scripted=True, tail=tail)

    def base(self, pieces: list[Piece]) -> Piece:
        """The one piece that carries the scripts, in brackets unless they clearly belong to it."""
        if not pieces:
            return Piece("")
        plain = ("frac", "root", "space", "words")
        if len(pieces) == 1 and pieces[0].kind not in plain and not pieces[0].scripted:
            return pieces[0]
        text = grouped(pieces, allow=())
        self.bracketed = self.bracketed or pieces[0].kind != "root"
        return Piece(text, "group")

    def argument(self) -> list[Piece]:
        """A braced group, a command with its own arguments, or one character."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise MathsError("The formula is nested too deeply to be drawn.")
        token = self.peek()
        if token == "{":
            self.take()
            inside = self.row(until=("}",))
            self.take()
        elif token is not None and token[0].isdecimal() and len(token) > 1:
            self.tokens[self.at] = token[1:]
            inside = [Piece(token[0])]
        elif token in ("_", "^", "'", *_ENDS):
            raise self.fail(f"Unexpected `{token}`")
        else:
            inside = self.atom()
        self.depth -= 1
        return inside

    def atom(self) -> list[Piece]:
        token = self.peek()
        if token == "{":
            return self.argument()
        self.take()
        if token.startswith("\\") and len(token) > 1:
            return self.command(token[1:])
        return [self.character(token)]

    def character(self, token: str) -> Piece:
        if token == "{,}":
            return Piece(",", "post")
        if not token.isprintable() or token in "%$#\\`":
            raise self.fail(f"Unexpected {token!r}")
        if token == "~":
            return Piece(" ", "space")
        return Piece("−" if token == "-" else token, _KINDS.get(token, "atom"))

    def command(self, name: str) -> list[Piece]:
        for table, kind in _TABLES:
            if name in table:
                return [Piece(table[name], kind)]
        if name in symbols.FUNCTIONS:
            return [Piece(name, "func")]
        if name in symbols.WORDS:
            words = self.words()
            spaced = " " in words.strip() or words != words.strip()
            return [Piece(words, "words" if spaced else "atom")]
        if name in symbols.ROMAN:
            return self.roman()
        if name in symbols.FONTS:
            table = symbols.FONTS[name]
            return [Piece("".join(table.get(c, c) for c in joined(self.argument())))]
        if name in symbols.ACCENTS:
            return [self.accent(name)]
        handler = getattr(self, f"do_{name}", None)
        if handler is None:
            raise self.fail(f"Unsupported command `\\{name}`")
        return handler()


_TABLES = (
    (symbols.LETTERS, "atom"),
    (symbols.PREFIXES, "prefix"),
    (symbols.RELATIONS, "rel"),
    (symbols.PRODUCTS, "mul"),
    (symbols.SUMS, "add"),
    (symbols.OPENING, "open"),
    (symbols.CLOSING, "close"),
    (symbols.BARS, "bar"),
    (symbols.BIG, "big"),
    (symbols.SPACES, "space"),
)
