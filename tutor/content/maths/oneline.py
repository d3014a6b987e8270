"""LaTeX on one line. Whatever is not atomic gets brackets, so the meaning survives.

A tokeniser and a recursive descent; raises `MathsError` on anything unknown. Macros, alignment and
numbering are left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tutor.content.maths.symbols import (
    ACCENTS,
    BIG,
    FONTS,
    FUNCTIONS,
    LETTERS,
    RELATIONS,
    ROMAN,
    SPACES,
    SUB,
    SUPER,
)  # fmt: skip
from tutor.errors import MathsError

_TOKEN = re.compile(r"\\(?:operatorname\*|[A-Za-z]+|.)|\s+|[{}^_&]|.", re.DOTALL)
_DELIMITERS = {".": "", "\\{": "{", "\\}": "}", "\\|": "‖"}
_SPACED = {"=": "=", "<": "<", ">": ">", "+": "+", "-": "−", ":": ":"}
_ENVIRONMENTS = {"matrix": "  ", "pmatrix": "[]", "bmatrix": "[]", "vmatrix": "||", "cases": "{}"}


@lru_cache(maxsize=4096)
def line(tex: str) -> str:
    """The formula on one line of text. Raises `MathsError`."""
    try:
        reader = _Reader(tex)
        text = reader.row(until=None)
    except RecursionError as problem:
        raise MathsError("The formula is nested too deeply.") from problem
    return re.sub(r" {2,}", " ", text).strip()


class _Reader:
    def __init__(self, tex: str) -> None:
        self.tokens = _TOKEN.findall(tex)
        self.at = 0
        self.tex = tex

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

    def row(self, until: tuple[str, ...] | None) -> str:
        """Everything up to one of the closing tokens, which is left to be taken."""
        out: list[str] = []
        while (token := self.peek()) is not None and (until is None or token not in until):
            if token in ("}", "&", "\\\\", "\\right", "\\end"):
                raise self.fail(f"Unexpected `{token}`")
            out.append(self.element(out))
        if until is not None and self.peek() is None:
            raise self.fail(f"Missing `{until[0]}`")
        return _joined(out)

    def element(self, before: list[str]) -> str:
        base = self.atom(before)
        sub = sup = ""
        while (token := self.peek()) in ("_", "^", "'"):
            self.take()
            if token == "'":
                base += "′"
            elif token == "_":
                if sub:
                    raise self.fail("Two subscripts")
                sub = _script(self.argument(), SUB, "_")
            else:
                if sup:
                    raise self.fail("Two superscripts")
                sup = _script(self.argument(), SUPER, "^")
        if sup and not _is_atom(base):
            base = f"({base})"
        if base.strip() in FUNCTIONS or base.strip() in BIG.values():
            return f"{base.rstrip()}{sub}{sup} "
        return base + sub + sup

    def argument(self) -> str:
        token = self.peek()
        if token == "{":
            self.take()
            inside = self.row(until=("}",))
            self.take()
            return inside.strip()
        return self.atom([])

    def atom(self, before: list[str]) -> str:
        token = self.take()
        if token == "{":
            self.at -= 1
            return self.argument()
        if token in ("^", "_"):
            self.at -= 1
            return ""
        if not token.startswith("\\"):
            return self.character(token, before)
        return self.command(token[1:])

    def character(self, token: str, before: list[str]) -> str:
        if token in "+-" and (not before or before[-1].endswith((" ", "(", "[", ","))):
            return "−" if token == "-" else token
        if token in _SPACED:
            return f" {_SPACED[token]} "
        if token == ",":
            return ", "
        if token == "~":
            return " "
        if token in "%$#\\" or (ord(token) < 32):
            raise self.fail(f"Unexpected `{token}`")
        return token

    def command(self, name: str) -> str:
        if name in LETTERS:
            return LETTERS[name]
        if name in RELATIONS:
            return f" {RELATIONS[name]} "
        if name in FUNCTIONS:
            return f"{name} "
        if name in BIG:
            return BIG[name]
        if name in SPACES:
            return SPACES[name]
        if name in ROMAN:
            return (
                self.words()
                if name in ("text", "textbf", "textit", "texttt", "textrm")
                else self.argument()
            )
        if name in FONTS:
            return "".join(FONTS[name].get(c, c) for c in self.argument())
        if name in ACCENTS:
            return _accented(self.argument(), ACCENTS[name])
        handler = getattr(self, f"do_{name}", None)
        if handler is None:
            raise self.fail(f"Unsupported command `\\{name}`")
        return handler()

    def words(self) -> str:
        """`\\text{...}` keeps its spaces."""
        start = self.take()
        if start != "{":
            return start
        out = []
        while self.at < len(self.tokens) and self.tokens[self.at] != "}":
            out.append(self.tokens[self.at])
            self.at += 1
        self.take()
        return "".join(out)

    def do_frac(self) -> str:
        above, below = self.argument(), self.argument()
        return f"{_grouped(above)}/{_grouped(below)}"

    do_dfrac = do_tfrac = do_frac

    def do_binom(self) -> str:
        return f"C({self.argument()}, {self.argument()})"

    def do_sqrt(self) -> str:
        degree = ""
        if self.peek() == "[":
            self.take()
            degree = _script(self.row(until=("]",)).strip(), SUPER, "^")
            self.take()
        inside = self.argument()
        return f"{degree}√{inside}" if _is_atom(inside) else f"{degree}√({inside})"

    def do_left(self) -> str:
        opening = self.delimiter()
        inside = self.row(until=("\\right",))
        self.take()
        return f"{opening}{inside.strip()}{self.delimiter()}"

    def delimiter(self) -> str:
        token = self.take()
        if token.startswith("\\") and token not in _DELIMITERS:
            return self.command(token[1:])
        return _DELIMITERS.get(token, token)

    def do_big(self) -> str:
        return self.delimiter()

    do_Big = do_bigl = do_bigr = do_Bigl = do_Bigr = do_bigg = do_middle = do_big

    def do_displaystyle(self) -> str:
        return ""

    do_limits = do_nolimits = do_displaystyle

    def do_underbrace(self) -> str:
        return self.argument()

    do_overbrace = do_underbrace

    def do_begin(self) -> str:
        name = self.words()
        if name not in _ENVIRONMENTS:
            raise self.fail(f"Unsupported environment `{name}`")
        rows, cells = [], []
        while True:
            cells.append(self.row(until=("&", "\\\\", "\\end")).strip())
            token = self.take()
            if token != "&":
                rows.append(cells)
                cells = []
            if token == "\\end":
                break
        if self.words() != name:
            raise self.fail("Environments do not match")
        opening, closing = _ENVIRONMENTS[name]
        wrapped = [
            " ".join(c if len(r) == 1 or _is_atom(c) else f"({c})" for c in r)
            for r in rows
            if any(r)
        ]
        return f"{opening}{'; '.join(wrapped)}{closing}"


def _joined(parts: list[str]) -> str:
    """Put parts together; a function name stands apart from the letter before it."""
    text = ""
    for part in parts:
        starts_word = part[:1].isalpha() and (
            part.rstrip() in FUNCTIONS or part.split("_")[0] in FUNCTIONS
        )
        if starts_word and text and (text[-1].isalnum() or text[-1] in ")]"):
            text += " "
        follows_function = text.endswith(" ") and text.rstrip().split(" ")[-1] in FUNCTIONS
        if follows_function and "/" in part and not _is_call_or_group(part):
            part = f"({part})"
        if (
            part[:1] in "([{"
            and text.endswith(" ")
            and text.rstrip().rpartition(" ")[2] in FUNCTIONS
        ):
            text = text.rstrip()
        text += part
    return text


def _script(text: str, table: dict[str, str], mark: str) -> str:
    """As Unicode script characters where all exist, else `_x` or `_(a, b)`."""
    tight = text.replace(" ", "")
    if tight and all(character in table for character in tight):
        return "".join(table[character] for character in tight)
    if tight == "′":
        return tight
    if tight and all(
        c.isalnum() or c in ",′…"
        for c in unicodedata.normalize("NFD", tight)
        if not unicodedata.combining(c)
    ):
        return f"{mark}{tight}" if "," not in tight else f"{mark}({text})"
    grouped = text.startswith("(") and _is_call_or_group(text)
    return f"{mark}{text}" if grouped else f"{mark}({text})"


def _accented(text: str, accent: str) -> str:
    if len(text) == 1:
        return unicodedata.normalize("NFC", text + accent)
    return f"{unicodedata.normalize('NFC', text[0] + accent)}{text[1:]}" if text else ""


_CLOSES = {"(": ")", "[": "]", "⟨": "⟩"}


def _is_atom(text: str) -> bool:
    """One letter, number, name or bracketed group, with its scripts: needs no brackets."""
    text = text.strip()
    if re.fullmatch(r"[\w′\u0300-\u036f⁰-₟ᵀ-ᵿⁱ-ⁿₐ-ₜ∞𝔼…⊤]+", text):
        return (
            len(re.sub(r"[^A-Za-zΑ-ω]", "", text)) <= 1
            or text.isalpha()
            or "_" in text
            or text.isalnum()
        )
    return _is_call_or_group(text)


def _is_call_or_group(text: str) -> bool:
    """`f(...)`, `(...)`, `E[...]`: the bracket that opens first closes last."""
    match = re.match(r"[\w′\u0300-\u036f⁰-₟]*([(\[⟨])", text)
    if not match:
        return False
    depth = 0
    for index, character in enumerate(text[match.start(1) :], match.start(1)):
        depth += character in _CLOSES
        depth -= character in _CLOSES.values()
        if depth == 0:
            return index == len(text) - 1
    return False


def _grouped(text: str) -> str:
    text = text.strip()
    return text if _is_atom(text) else f"({text})"
