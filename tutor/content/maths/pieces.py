"""Pieces of a formula and how they are put together on one line without changing its meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.content.maths.symbols import SUB, SUPER

_OPERANDS = ("atom", "group", "frac", "root")
_STARTS = (*_OPERANDS, "open", "prefix")
"""What can stand right behind another factor."""
_ENDS = (*_OPERANDS, "close", "post")
_LOOSE = ("add", "rel", "mul", "slash", "comma", "big", "frac", "words")
_SCRIPTS = frozenset(SUPER.values()) | frozenset(SUB.values())


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is never split, and what it is."""

    text: str
    kind: str = "atom"
    """atom, group, frac, root, func, big, prefix, post, open, close, bar, add, mul, slash, rel,
    comma, words or space."""
    scripted: bool = False
    tail: str = ""
    """`_` or `^` if it ends in a script that is not made of script characters."""


def joined(pieces: Sequence[Piece], *, tight: bool = False) -> str:
    """One line of text; `tight` leaves out the spaces around operators, for scripts."""
    found = _barred([piece for piece in pieces if piece.kind != "space" or piece.text])
    text, before, gap = "", None, False
    for index, piece in enumerate(found):
        if piece.kind == "space":
            gap = True
            continue
        after = next((p for p in found[index + 1 :] if p.kind != "space"), None)
        drawn = _drawn(piece, before, after, tight)
        if before and (gap or _apart(before, piece, after, drawn)):
            text += " "
        text, before, gap = text + drawn, piece, False
    return re.sub(r" {2,}", " ", text).strip()


def _drawn(piece: Piece, before: Piece | None, after: Piece | None, tight: bool) -> str:
    if piece.kind in ("add", "rel", "mul"):
        first = before is None or before.kind in ("open", "comma", "slash", "big", "func")
        sign = piece.kind == "add" and (first or before.kind in ("add", "rel", "mul"))
        if sign or (tight and not piece.text.isalpha()):
            return piece.text
        return f"{piece.text} " if first else f" {piece.text} "
    if piece.kind == "comma":
        return piece.text if tight else f"{piece.text} "
    if piece.kind == "frac" and _pressed(before, after):
        return f"({piece.text})"
    follows = after is not None and after.kind in (*_STARTS, "func", "big", "post")
    if piece.kind == "root" and follows and not piece.text.endswith(")"):
        return f"({piece.text})"
    return piece.text


def _pressed(before: Piece | None, after: Piece | None) -> bool:
    """Would a fraction between these two be read as something else?"""
    left = before is not None and before.kind in (*_ENDS, "slash", "func", "prefix")
    return left or (after is not None and after.kind in (*_STARTS, "slash", "func", "big", "post"))


def _apart(before: Piece, piece: Piece, after: Piece | None, drawn: str) -> bool:
    """Must a space stand between these two?"""
    operand = piece.kind in (*_STARTS, "func", "big", "words")
    if before.kind == "big":
        return operand or piece.kind == "add"
    if before.kind == "func":
        if piece.kind == "frac":
            return after is not None and after.kind in _STARTS
        return operand and (piece.kind not in ("open", "group") or piece.scripted)
    if piece.kind in ("func", "big"):
        return before.kind in _ENDS
    if before.tail == "^" and piece.kind in ("open", "group"):
        return True
    starts = drawn[:1].isalnum() and operand
    if not starts or before.kind not in (*_ENDS, "prefix", "words"):
        return False
    digits = drawn[0] in "0123456789" and before.text[-1:] in tuple("0123456789")
    return bool(before.tail) or digits or _is_word(before.text) or _is_word(piece.text)


def _is_word(text: str) -> bool:
    return len(re.match(r"[A-Za-z]*", text)[0]) > 1


def _barred(pieces: list[Piece]) -> list[Piece]:
    """Decide for `|` and `‖` whether they are brackets (in pairs) or stand for "given"."""
    frames: list[dict[str, list[int]]] = [{}]
    complete: list[list[int]] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "open":
            frames.append({})
        elif piece.kind == "close" and len(frames) > 1:
            complete += frames.pop().values()
        elif piece.kind == "bar":
            frames[-1].setdefault(piece.text[0], []).append(index)
    for frame in frames:
        complete += frame.values()
    result = list(pieces)
    for bars in complete:
        for n, index in enumerate(bars):
            paired = ("open", "close")[n % 2]
            kind = paired if len(bars) % 2 == 0 else "post" if pieces[index].scripted else "rel"
            result[index] = replace(pieces[index], kind=kind)
    return result


def tightness(pieces: Sequence[Piece]) -> str:
    """`atom` (one letter, name, call or bracket), `product` (factors side by side) or `loose`."""
    found = _barred([piece for piece in pieces if piece.kind != "space"])
    units, depth, name = 0, 0, None
    for index, piece in enumerate(found):
        if piece.kind == "close":
            depth -= 1
        elif depth == 0:
            if piece.kind in _LOOSE or (piece.kind == "func" and not _called(found, index)):
                return "loose"
            opens = piece.kind in ("open", "group")
            if piece.kind not in ("prefix", "post") and not (
                opens and _is_call(name, found, index)
            ):
                units += 1
            name = piece
        depth += piece.kind == "open"
        if depth < 0:
            return "loose"
    if depth:
        return "loose"
    return "atom" if units <= 1 else "product"


def _called(pieces: list[Piece], index: int) -> bool:
    return index + 1 == len(pieces) or pieces[index + 1].kind in ("open", "group")


def _is_call(name: Piece | None, pieces: list[Piece], index: int) -> bool:
    """`f(x)` and `exp(a + b)` are calls; `λ(a + b)` is read as a product."""
    if name is None or name.kind not in ("atom", "func") or name.text[-1:].isdecimal():
        return False
    if name.kind == "func" or _is_word(name.text):
        return True
    if pieces[index].kind == "group":
        return not re.search(r" [+−] ", pieces[index].text)
    depth = 0
    for piece in pieces[index:]:
        depth += (piece.kind == "open") - (piece.kind == "close")
        if depth == 0:
            return True
        if depth == 1 and piece.kind == "add":
            return False
    return False


def grouped(pieces: Sequence[Piece], *, allow: tuple[str, ...] = ("atom",)) -> str:
    """The text, in brackets unless it is tight enough."""
    text = joined(pieces)
    return text if tightness(pieces) in allow else f"({text})"


def script(pieces: Sequence[Piece], mark: str) -> tuple[str, str]:
    """A sub- or superscript and its tail: script characters where all exist, else `_x`, `_(a,b)`."""
    table, text = (SUB if mark == "_" else SUPER), joined(pieces, tight=True)
    if (mark == "^" and text in ("*", "∗", "⋆", "∘", "†", "")) or text.strip("′") == "":
        return {"∗": "*", "⋆": "*", "∘": "°"}.get(text, text), ""
    if all(character in table for character in text):
        return "".join(table[character] for character in text), ""
    letters = [c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)]
    named = mark == "_" or len(pieces) == 1
    if named and all(c.isalnum() and c not in _SCRIPTS for c in letters):
        return f"{mark}{text}", mark if mark == "_" or len(letters) == 1 else "w"
    bracketed = text[0] == "(" and text[-1] == ")" and tightness(pieces) == "atom"
    return (f"{mark}{text}" if bracketed else f"{mark}({text})"), ""
