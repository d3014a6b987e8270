"""Marking an answer: right or wrong, what slipped, and which rating fits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tutor.content import expressions, quantities
from tutor.content.cards import Choose, Cloze, Compute, Flip, Formula, Order, Output, Shape, Type
from tutor.content.posing import Posed, cloze_words, number_text
from tutor.errors import ContentError

Response = None | str | frozenset[int] | tuple[int, ...]


class AnswerError(ContentError):
    """An answer that cannot be read. Nothing is counted; the learner may type again."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What is known about an answer before the learner rates it."""

    right: bool | None
    """None: the learner judges."""
    score: float
    message: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    """Explanations per option that was chosen wrongly or missed."""
    suggest: int = 3
    """1 Again, 2 Hard, 3 Good, 4 Easy."""


_RIGHT = Graded(True, 1.0, "Right.", suggest=3)


def grade(posed: Posed, response: Response) -> Graded:
    """Mark one answer. Raises `AnswerError` for one that cannot be read."""
    body = posed.card.body
    if isinstance(body, Flip):
        return Graded(None, 0.0, suggest=3)
    if isinstance(body, Choose):
        return _chosen(posed, _of_kind(response, frozenset))
    if isinstance(body, Order):
        return _ordered(posed, _of_kind(response, tuple))
    text = _of_kind(response, str)
    if not text.strip():
        raise AnswerError("Nothing was typed.", todo="Type your answer, or `?` if you do not know.")
    if text.strip() == "?":
        return Graded(False, 0.0, "Not known yet.", suggest=1)
    match body:
        case Cloze():
            return _typed(text, cloze_words(body), {})
        case Type(accept=accept, near=near):
            return _typed(text, accept, near)
        case Compute():
            return _computed(posed, body, text)
        case Formula():
            return _formula(body, text)
        case Shape():
            return _shaped(body, text)
        case Output(prints=prints):
            return _printed(prints, text)


def _of_kind(response: Response, kind: type):
    if not isinstance(response, kind):
        raise AnswerError("This card wants another kind of answer.")
    return response


def _chosen(posed: Posed, chosen: frozenset[int]) -> Graded:
    if not chosen:
        raise AnswerError("Nothing is chosen yet.", todo="Choose with the number keys.")
    right = {i for i, option in enumerate(posed.options) if option.right}
    wrong, missed = chosen - right, right - chosen
    notes = [(i, posed.options[i].why) for i in sorted(wrong)]
    if len(right) > 1:
        notes += [(i, posed.options[i].why or "This is right, too.") for i in sorted(missed)]
    if not wrong and not missed:
        return _RIGHT
    if len(right) == 1:
        return Graded(False, 0.0, "Not right.", tuple(notes), 1)
    score = max(0.0, (len(chosen & right) - len(wrong)) / len(right))
    message = f"{len(chosen & right)} of {len(right)} found, {len(wrong)} wrong."
    return Graded(False, score, message, tuple(notes), 2 if score >= 0.5 else 1)


def _ordered(posed: Posed, order: tuple[int, ...]) -> Graded:
    if sorted(order) != list(range(len(posed.steps))):
        raise AnswerError("Every step must be named exactly once.")
    right = posed.card.body.steps
    given = [posed.steps[i] for i in order]
    if tuple(given) == right:
        return _RIGHT
    place = {step: n for n, step in enumerate(right)}
    pairs = [(a, b) for i, a in enumerate(given) for b in given[i + 1 :]]
    score = sum(place[a] < place[b] for a, b in pairs) / len(pairs)
    first = next(n for n, (a, b) in enumerate(zip(given, right, strict=True)) if a != b)
    message = f"Step {first + 1} is where it goes wrong: here comes “{right[first]}”."
    return Graded(False, score, message, suggest=2 if score >= 0.8 else 1)


def normal(text: str) -> str:
    """Case, accents' spelling, spaces, quotes, punctuation at the ends and articles do not count."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("$", "").replace("`", "")
    text = re.sub(r"\\(mathrm|text)\b|[{}]", "", text)
    text = re.sub(r"[\s_\-–]+", " ", text).strip(" .,;:!?\"'“”")
    return re.sub(r"^(the|a|an) ", "", text) or text


def _typed(text: str, accept: tuple[str, ...], near: dict[str, str]) -> Graded:
    given = normal(text)
    options = {normal(word) for word in accept} | {normal(_drawn(word)) for word in accept}
    if given in options or given.replace(" ", "") in {o.replace(" ", "") for o in options}:
        return _RIGHT
    for slip, why in near.items():
        if given == normal(slip):
            return Graded(False, 0.0, why, suggest=1)
    closest = min(options, key=lambda word: _distance(given, word))
    if len(closest) >= 5 and _distance(given, closest) <= (2 if len(closest) >= 8 else 1):
        return Graded(True, 0.9, f"Almost: check the spelling of “{accept[0]}”.", suggest=2)
    return Graded(False, 0.0, "Not right.", suggest=1)


def _drawn(word: str) -> str:
    """`$\\sqrt{d_k}$` also counts when typed as it is drawn."""
    from tutor.content.markdown import plain
    from tutor.errors import MathsError

    try:
        return plain(word, 200) if "$" in word else word
    except MathsError:
        return word


def _distance(a: str, b: str) -> int:
    """Edit distance, neighbours swapped counting once (optimal string alignment)."""
    before, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]


def _computed(posed: Posed, body: Compute, text: str) -> Graded:
    try:
        given = quantities.read(text, body.unit)
    except ContentError as problem:
        raise AnswerError(problem.what, todo=problem.todo) from problem
    expected = float(posed.expected)
    room = max(abs(expected) * body.tolerance, 1e-9 if expected else body.tolerance)
    if abs(given - expected) <= room:
        return _RIGHT
    if abs(given - expected) <= 3 * room:
        message = f"Close, but not within {body.tolerance:.0%} of {number_text(posed.expected)}."
        return Graded(False, 0.7, message, suggest=2)
    return Graded(False, 0.0, quantities.slip(given, expected, body.tolerance), suggest=1)


def _formula(body: Formula, text: str) -> Graded:
    try:
        equal = expressions.same(text, body.expression, body.variables, seed=7)
        if equal:
            return _RIGHT
        flipped = expressions.same(f"-({text})", body.expression, body.variables, seed=7)
    except ContentError as problem:
        raise AnswerError(problem.what, todo=problem.todo) from problem
    hint = "The sign is the wrong way round." if flipped else "Not equal to the right formula."
    return Graded(False, 0.5 if flipped else 0.0, hint, suggest=1)


def dims_of(text: str) -> tuple[str, ...]:
    """`(B, H, T, T)`, `[B H T T]` or `B x H x T x T` as separate dimensions."""
    inner = text.strip().removeprefix("torch.Size").strip("()[] ")
    if "," in inner:
        parts = inner.split(",")
    else:
        parts = re.split(r"\s+[x×]\s+|[x×](?=[A-Z0-9])|\s+(?![-+*/])(?<![-+*/] )", inner)
    return tuple(part.strip() for part in parts if part.strip())


def _shaped(body: Shape, text: str) -> Graded:
    given = dims_of(text)
    if not given:
        raise AnswerError("No dimensions were found.", todo="Write the shape like (B, T, d).")
    if len(given) == len(body.dims) and all(map(_same_dim, given, body.dims)):
        return _RIGHT
    if len(given) != len(body.dims):
        counts = f"{len(given)} dimensions, the answer has {len(body.dims)}"
        return Graded(False, 0.0, f"Your shape has {counts}.", suggest=1)
    swapped = (*given[:-2], *given[:-3:-1])
    if all(map(_same_dim, swapped, body.dims)):
        return Graded(False, 0.5, "The last two dimensions are swapped.", suggest=1)
    first = next(
        n for n, (a, b) in enumerate(zip(given, body.dims, strict=True)) if not _same_dim(a, b)
    )
    return Graded(False, 0.0, f"Dimension {first + 1} is not {given[first]}.", suggest=1)


def _same_dim(given: str, right: str) -> bool:
    if given.replace(" ", "") == right.replace(" ", ""):
        return True
    try:
        variables = {name: (2.0, 9.0) for name in expressions.names(right)}
        return expressions.same(given, right, variables, seed=3)
    except ContentError:
        return given.casefold() == right.casefold()


def _printed(prints: str, text: str) -> Graded:
    given, right = (re.sub(r"\s+", "", part).replace('"', "'") for part in (text, prints))
    if given == right:
        return _RIGHT
    return Graded(False, 0.0, "It prints something else.", suggest=1)
