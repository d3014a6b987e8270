"""Numbers as learners write them, with units, and the slips that explain a wrong one."""

from __future__ import annotations

import math
import re

from tutor.content.expressions import ExpressionError, evaluate

_PREFIXES = {"": 1.0, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12, "p": 1e15, "e": 1e18, "z": 1e21}
_BYTES = {f"{p}{word}": f for p, f in _PREFIXES.items() for word in ("b", "byte", "bytes")}
_BYTES |= {f"{p}ib": 1024.0**n for n, p in enumerate("kmgtpe", 1)}
_BYTES |= {f"{p}{word}": f / 8 for p, f in _PREFIXES.items() for word in ("bit", "bits")}
_SECONDS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "sec": 1.0, "second": 1.0}
_SECONDS |= {"min": 60.0, "minute": 60.0, "h": 3600.0, "hour": 3600.0, "d": 86400.0, "day": 86400.0}
_SECONDS |= {f"{word}s": _SECONDS[word] for word in ("second", "minute", "hour", "day")}
_FLOPS = {f"{p}{word}": f for p, f in _PREFIXES.items() for word in ("flop", "flops")}
_FAMILIES = (_BYTES, _SECONDS, _FLOPS)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mio": 1e6, "billion": 1e9}
_SCALES |= {"bn": 1e9, "b": 1e9, "g": 1e9, "trillion": 1e12, "t": 1e12, "percent": 0.01, "%": 0.01}
_SLIPS = (
    (-1, "right but for the sign"),
    (2, "twice as large as it should be"),
    (1 / 2, "half of what it should be"),
    (4, "4 times too large"),
    (1 / 4, "4 times too small"),
    (8, "8 times too large: bits or bytes?"),
    (1 / 8, "8 times too small: bits or bytes?"),
    (10, "10 times too large"),
    (1 / 10, "10 times too small"),
    (100, "100 times too large: percent or a share?"),
    (1 / 100, "100 times too small: percent or a share?"),
    (1000, "1,000 times too large: check the unit"),
    (1 / 1000, "1,000 times too small: check the unit"),
    (1024, "1,024 times too large: check the unit"),
    (1 / 1024, "1,024 times too small: check the unit"),
    (1e6, "a million times too large: check the unit"),
    (1e-6, "a million times too small: check the unit"),
    (2**20, "2^20 times too large: check the unit"),
    (2**-20, "2^20 times too small: check the unit"),
    (1e9, "a billion times too large: check the unit"),
    (1e-9, "a billion times too small: check the unit"),
    (2**30 / 1e9, "off as GiB is from GB: powers of 1,024 or of 1,000?"),
    (1e9 / 2**30, "off as GB is from GiB: powers of 1,024 or of 1,000?"),
    (math.log(2), "off by ln 2: which base has the logarithm?"),
    (1 / math.log(2), "off by ln 2: which base has the logarithm?"),
)


def read(text: str, unit: str = "") -> float:
    """A number like `1,048,576`, `1.07e9`, `2^30`, `4 GiB` or `37 %`, given in `unit`.

    Units of bytes, time and FLOPs are converted. For the unit `%` the number is the percentage.
    Raises `ExpressionError` with advice.
    """
    given = re.sub(r"^(?:about|approx\.?|circa|ca\.?|[=≈~$\s])+", "", text.strip(), flags=re.I)
    given = re.sub(r"(?<=\d)[,_ '\u00a0\u202f](?=\d{3}(?!\d))", "", given)
    given = re.sub(r"(?<=[\d)])\s*[x×]\s*(?=[\d(])", "*", given)
    if re.fullmatch(r"[-−]?\d+,\d+", given):
        raise ExpressionError(
            f"`{text.strip()}` is not a number here.", todo="Write decimals with a point: 3.5."
        )
    number, words = _split(given)
    return float(evaluate(number)) * _factor(words, unit.strip())


def _split(given: str) -> tuple[str, str]:
    """`(3+4)*2 MB` as arithmetic and unit; `1e9` and `2 pi` have none."""
    match = re.fullmatch(r"(.*[\d).!])\s*((?:[A-Za-zµ%][A-Za-zµ%/ ]*))", given)
    if not match or match[2].strip() in ("e", "pi"):
        return given, ""
    return match[1], " ".join(match[2].split())


def _factor(words: str, unit: str) -> float:
    """What one of `words` is in `unit`. Raises `ExpressionError` for an unknown unit."""
    if not words or _alike(words, unit):
        return 1.0
    head, _, below = re.sub(r" per |/", "\0", unit).partition("\0")
    shown, _, under = re.sub(r" per |/", "\0", words).partition("\0")
    if not under or _alike(under, below):
        for family in _FAMILIES:
            if head.lower() in family and shown.lower() in family:
                return family[shown.lower()] / family[head.lower()]
        scale, _, rest = shown.partition(" ")
        known = any(head.lower() in family for family in _FAMILIES)
        spelled = len(scale) > 2 or not known
        if scale.lower() in _SCALES and spelled and (not rest or _alike(rest, head)):
            return _SCALES[scale.lower()]
    raise ExpressionError(
        f"`{words}` is not a unit known here.",
        todo=f"Give the number in {unit}." if unit else "Give a number without a unit.",
    )


def _alike(a: str, b: str) -> bool:
    return bool(a) and a.lower().rstrip("s") == b.lower().rstrip("s")


def slip(given: float, expected: float, tolerance: float) -> str:
    """Words for a typical slip, empty if none fits."""
    if not expected or not given:
        return ""
    room = min(max(tolerance, 0.002), 0.02)
    ratio = given / expected
    fits = [(abs(ratio / factor - 1), words) for factor, words in _SLIPS]
    off, words = min(fits)
    if off <= room:
        return f"Your number is {words}" + ("" if words.endswith("?") else ".")
    if math.isclose(given, 1 / expected, rel_tol=room):
        return "Your number is the inverse of the right one."
    if expected > 0 and math.isclose(given, math.sqrt(expected), rel_tol=room):
        return "Your number is the square root of the right one."
    if abs(expected) < 1e150 and math.isclose(given, expected**2, rel_tol=room):
        return "Your number is the square of the right one."
    return ""


__all__ = ["ExpressionError", "read", "slip"]
