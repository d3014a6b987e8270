"""Numbers as learners write them, with units, and the slips that explain a wrong one."""

from __future__ import annotations

import math
import re

from tutor.content.expressions import ExpressionError, evaluate

_BYTES = {"b": 1, "byte": 1, "bytes": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}
_BYTES |= {"kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "%": 0.01}
_SLIPS = (
    (2, "twice as large as it should be"),
    (0.5, "half of what it should be"),
    (8, "8 times too large: bits or bytes?"),
    (1 / 8, "8 times too small: bits or bytes?"),
    (1000, "1,000 times too large: check the unit"),
    (1 / 1000, "1,000 times too small: check the unit"),
    (1e6, "a million times too large: check the unit"),
    (1e-6, "a million times too small: check the unit"),
    (10, "10 times too large"),
    (0.1, "10 times too small"),
    (-1, "right but for the sign"),
)


def read(text: str, unit: str = "") -> float:
    """A number like `1,048,576`, `1.07e9`, `2^30`, `4 GiB` or `37 %`; in `unit` if that is bytes.

    Raises `ExpressionError` with advice.
    """
    given = re.sub(r"(?<=\d)[,_ ](?=\d{3}\b)", "", text.strip().lstrip("=≈~ "))
    given = re.sub(r"(?<=\d)\s*[x×]\s*(?=\d)", "*", given)
    match = re.fullmatch(r"(.*?[\d)])\s*([A-Za-z%]+)", given)
    if match and match[2].lower() not in ("e",):
        factor = _factor(match[2].lower(), unit)
        if factor is not None:
            return float(evaluate(match[1])) * factor
    return float(evaluate(given))


def _factor(word: str, unit: str) -> float | None:
    if word in _SCALES:
        return _SCALES[word]
    if unit in ("bytes", "byte") and word in _BYTES:
        return _BYTES[word]
    if word == unit.lower() or word.rstrip("s") == unit.lower().rstrip("s"):
        return 1.0
    if re.fullmatch(r"[a-z%]+", word) and word not in ("pi", "e"):
        wanted = f" in {unit}" if unit else ""
        raise ExpressionError(f"`{word}` is not a unit known here.", todo=f"Give a number{wanted}.")
    return None


def slip(given: float, expected: float, tolerance: float) -> str:
    """Words for a typical slip, or only that the number is wrong."""
    if expected and given:
        ratio = given / expected
        for factor, words in _SLIPS:
            if math.isclose(ratio, factor, rel_tol=max(tolerance, 0.002)):
                return f"Your number is {words}."
        if math.isclose(given * expected, 1.0, rel_tol=max(tolerance, 0.002)):
            return "Your number is the inverse of the right one."
        if expected > 0 and math.isclose(given**2, expected, rel_tol=max(tolerance, 0.002)):
            return "Your number is the square root of the right one."
        if math.isclose(given, expected**2, rel_tol=max(tolerance, 0.002)):
            return "Your number is the square of the right one."
    return "Not the right number."


__all__ = ["ExpressionError", "read", "slip"]
